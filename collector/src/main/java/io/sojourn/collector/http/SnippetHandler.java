package io.sojourn.collector.http;

import io.sojourn.collector.IntakeLedger;
import io.sojourn.collector.SnippetSettings;
import io.sojourn.sites.Consent;
import io.sojourn.sites.Site;
import io.sojourn.sites.Sites;
import io.sojourn.sites.agent.AgentSettings;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@code GET /s/KEY.js}: settings and core; {@code KEY.json}: the settings alone, kept five minutes by caches so that changed settings arrive soon. */
public final class SnippetHandler implements HttpHandler {
    private final Sites sites;
    private static final HttpString PRIVACY_CONTROL = new HttpString("Sec-GPC");

    private final SnippetSettings settings;
    private final IntakeLedger ledger;
    private final Map<Name, Made> files = new ConcurrentHashMap<>();

    private record Name(int site, boolean asJson) {}

    /** All that tells one state of a site's script from another: an owner may change any of it. */
    private record Made(Consent consent, AgentSettings decided, ScriptFile file) {}

    public SnippetHandler(Sites sites, SnippetSettings settings, IntakeLedger ledger) {
        this.sites = sites;
        this.settings = settings;
        this.ledger = ledger;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        String name = exchange.getRelativePath();
        int dot = name.lastIndexOf('.');
        boolean asJson = name.endsWith(".json");
        Site site =
                name.startsWith("/") && (asJson || name.endsWith(".js")) ? sites.byKey(name.substring(1, dot)) : null;
        if (site == null) {
            ScriptFile.missing(exchange, "No site has this key. Copy the snippet line again.");
            return;
        }
        ledger.scriptLoad(site.id(), "1".equals(exchange.getRequestHeaders().getFirst(PRIVACY_CONTROL)));
        AgentSettings decided = settings.decidedFor(site);
        files.compute(
                        new Name(site.id(), asJson),
                        (of, made) -> made != null
                                        && made.consent() == site.consent()
                                        && made.decided().equals(decided)
                                ? made
                                : new Made(site.consent(), decided, make(site, asJson)))
                .file()
                .send(exchange);
    }

    private ScriptFile make(Site site, boolean asJson) {
        return new ScriptFile(asJson ? settings.settingsFor(site) : settings.scriptFor(site), "public, max-age=300");
    }
}
