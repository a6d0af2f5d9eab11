package io.sojourn.collector.http;

import io.sojourn.collector.IntakeLedger;
import io.sojourn.collector.SnippetSettings;
import io.sojourn.sites.Consent;
import io.sojourn.sites.Site;
import io.sojourn.sites.Sites;
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
    private final Map<Script, ScriptFile> files = new ConcurrentHashMap<>();

    /** All that tells one site's script from another's: an owner may change whether consent is asked for. */
    private record Script(int site, Consent consent, boolean asJson) {}

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
        files.computeIfAbsent(
                        new Script(site.id(), site.consent(), asJson),
                        fresh -> new ScriptFile(
                                asJson ? settings.settingsFor(site) : settings.scriptFor(site), "public, max-age=300"))
                .send(exchange);
    }
}
