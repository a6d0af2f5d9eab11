package io.sojourn.heatmap;

/**
 * The bare page, or the page under one dialog or menu (SIGNALS 8.3).
 *
 * @param overlay identity of the dialog's element, 0 for the bare page
 */
public record PageState(long overlay) {
    public static final PageState BASE = new PageState(0);

    /** @throws IllegalArgumentException with a sentence */
    public static PageState ofKey(String key) {
        if (key.equals("base")) {
            return BASE;
        }
        try {
            return new PageState(Long.parseUnsignedLong(key, 16));
        } catch (NumberFormatException notAKey) {
            throw new IllegalArgumentException("state is base or the key of a dialog.", notAKey);
        }
    }

    /** The name on the outside. */
    public String key() {
        return isBase() ? "base" : Long.toHexString(overlay);
    }

    public boolean isBase() {
        return overlay == 0;
    }
}
