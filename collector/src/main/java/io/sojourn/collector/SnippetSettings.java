package io.sojourn.collector;

import io.sojourn.sites.Site;
import java.util.regex.Pattern;

/** Makes the script text of one site: the core with the site's settings in it. */
public final class SnippetSettings {
    /** Stands exactly once in the built core, as a string literal. */
    private static final String PLACEHOLDER = "\"__SOJOURN_SETTINGS__\"";

    private final String core;
    private final String publicUrl;
    private final String version;
    private final String recorderIntegrity;

    /** @param publicUrl where browsers reach this server, without a trailing slash */
    public SnippetSettings(String core, String publicUrl, String version, String recorderIntegrity) {
        if (core.split(Pattern.quote(PLACEHOLDER), -1).length != 2) {
            throw new IllegalArgumentException("the core names its settings not exactly once");
        }
        this.core = core;
        this.publicUrl = publicUrl;
        this.version = version;
        this.recorderIntegrity = recorderIntegrity;
    }

    /** Every value is made by us and holds no quotes: keys are letters and digits, the address was parsed. */
    public String scriptFor(Site site) {
        String settings = """
                {"key":"%s","endpoint":"%s","version":"%s","consent":"%s","record":true,\
                "recorder":"%s/v/%s/recorder.js","integrity":"%s"}""".formatted(
                        site.key(), publicUrl, version, site.consent().key(), publicUrl, version, recorderIntegrity);
        return core.replace(PLACEHOLDER, settings);
    }

    /** Where browsers reach this server. */
    public String publicUrl() {
        return publicUrl;
    }

    /** The one line an owner pastes. */
    public String lineFor(Site site) {
        return "<script async src=\"" + publicUrl + "/s/" + site.key() + ".js\"></script>";
    }
}
