package io.sojourn.sites;

/** Whether a site's visitors must agree before anything is read, kept or sent. */
public enum Consent {
    REQUIRED("required"),
    NOT_REQUIRED("not-required");

    private final String key;

    Consent(String key) {
        this.key = key;
    }

    /** The name on the outside. */
    public String key() {
        return key;
    }

    /** @throws IllegalArgumentException with a sentence for the owner */
    public static Consent ofKey(String key) {
        for (Consent consent : values()) {
            if (consent.key.equals(key)) {
                return consent;
            }
        }
        throw new IllegalArgumentException("consent is \"required\" or \"not-required\", not \"" + key + "\".");
    }
}
