package io.sojourn.collector;

import io.sojourn.sites.Consent;
import io.sojourn.sites.Site;
import io.sojourn.sites.agent.AgentBook;
import io.sojourn.sites.agent.AgentSettings;
import java.util.regex.Pattern;

/** Makes the script text of one site: the core with the site's settings in it. */
public final class SnippetSettings {
    /** Stands exactly once in the built core, as a string literal. */
    private static final String PLACEHOLDER = "\"__SOJOURN_SETTINGS__\"";

    private final Texts texts;
    private final String publicUrl;
    private final String version;
    private final String moreIntegrity;
    private final String recorderIntegrity;
    private final AgentBook decided;

    /**
     * The built agent's texts with room for a site's own.
     *
     * @param stub catches what happens before the agent is there, early leavers too
     * @param askingStub the same for sites that ask first: it sends nothing
     */
    public record Texts(String core, String stub, String askingStub) {}

    /**
     * @param publicUrl where browsers reach this server, without a trailing slash
     * @param decided what owners decided about the agent
     */
    public SnippetSettings(
            Texts texts,
            String publicUrl,
            String version,
            String moreIntegrity,
            String recorderIntegrity,
            AgentBook decided) {
        if (texts.core().split(Pattern.quote(PLACEHOLDER), -1).length != 2) {
            throw new IllegalArgumentException("the core names its settings not exactly once");
        }
        this.texts = texts;
        this.publicUrl = publicUrl;
        this.version = version;
        this.moreIntegrity = moreIntegrity;
        this.recorderIntegrity = recorderIntegrity;
        this.decided = decided;
    }

    /** What the site's script depends on besides the site itself. */
    public AgentSettings decidedFor(Site site) {
        return decided.of(site.id());
    }

    public String scriptFor(Site site) {
        return texts.core().replace(PLACEHOLDER, settingsFor(site));
    }

    /** One script for all sites, which learns of its site from {@code data-site} and asks for the settings. */
    public String scriptForAnySite() {
        return texts.core().replace(PLACEHOLDER, "{" + common() + "}");
    }

    /** The site's settings as JSON, in ASCII. All but what the owner decided is made by us and holds no quotes: keys are letters and digits, the address was parsed. */
    public String settingsFor(Site site) {
        return """
                {"key":"%s","consent":"%s","sessions":"%s/sites/%s/sessions/",%s%s}""".formatted(
                        site.key(),
                        site.consent().key(),
                        publicUrl,
                        Integer.toHexString(site.id()),
                        common(),
                        DecidedJson.of(decidedFor(site)));
    }

    private String common() {
        return """
                "endpoint":"%1$s","version":"%2$s","more":"%1$s/v/%2$s/more.js","moreIntegrity":"%3$s",\
                "recorder":"%1$s/v/%2$s/recorder.js","integrity":"%4$s\"""".formatted(publicUrl, version, moreIntegrity, recorderIntegrity);
    }

    /** Where browsers reach this server. */
    public String publicUrl() {
        return publicUrl;
    }

    /** The one line an owner pastes. */
    public String lineFor(Site site) {
        return "<script async src=\"" + publicUrl + "/s/" + site.key() + ".js\"></script>";
    }

    /** The inline script an owner may put before that line. The same text always, so that its hash can stand in a policy. */
    public String stubFor(Site site) {
        String text = site.consent() == Consent.REQUIRED ? texts.askingStub() : texts.stub();
        return text.replace("__ENDPOINT__", publicUrl).replace("__SITE_KEY__", site.key());
    }

    /** The same for owners who want the browser to check what it runs. */
    public String checkedLineFor(Site site, String integrity) {
        return "<script async src=\"" + publicUrl + "/v/" + version + "/s.js\" data-site=\"" + site.key()
                + "\" integrity=\"" + integrity + "\" crossorigin></script>";
    }
}
