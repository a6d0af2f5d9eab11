package io.sojourn.server.api;

import io.sojourn.collector.IntakeLedger;
import io.sojourn.collector.Rejection;
import io.sojourn.collector.SnippetSettings;
import io.sojourn.sites.Consent;
import io.sojourn.sites.Site;
import io.sojourn.sites.Sites;
import io.undertow.server.RoutingHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks whether all that ought to arrive arrives, and says in words what is wrong and how it is mended. */
final class DoctorApi {
    private static final long SILENCE_MS = Duration.ofDays(1).toMillis();
    private static final long BEHIND_MS = Duration.ofMinutes(2).toMillis();

    private final Sites sites;
    private final SnippetSettings snippet;
    private final IntakeLedger ledger;
    private final ServerState server;
    private final InstantSource clock;

    DoctorApi(Sites sites, SnippetSettings snippet, IntakeLedger ledger, ServerState server, InstantSource clock) {
        this.sites = sites;
        this.snippet = snippet;
        this.ledger = ledger;
        this.server = server;
        this.clock = clock;
    }

    void addTo(RoutingHandler routes, Gate gate) {
        routes.get("/api/sites/{id}/doctor", new EndpointHandler(gate.guarded(this::look)));
    }

    /**
     * One thing that was looked at.
     *
     * @param state good, attention, bad or unknown
     * @param mend what to do, null when there is nothing to do
     */
    record Check(
            String key,
            String state,
            String sentence,
            @Nullable String mend) {
        static Check good(String key, String sentence) {
            return new Check(key, "good", sentence, null);
        }
    }

    private Answer look(Request request) throws Problem {
        Site site = request.site(sites);
        IntakeLedger.Summary summary = ledger.of(site.id(), site.firstEventAt() == null);
        List<Check> checks = new ArrayList<>();
        checks.add(arrival(site, summary));
        summary.rejected().forEach((reason, count) -> checks.add(rejected(reason, count)));
        checks.add(address(site));
        checks.add(reading());
        checks.add(disk());
        server.troubles()
                .get()
                .forEach(sentence -> checks.add(new Check(
                        "health",
                        "bad",
                        sentence,
                        "The server's log says more; what stopped starts again with the server.")));
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("now", clock.millis());
        view.put("items", checks);
        view.put("script", snippet.publicUrl() + "/s/" + site.key() + ".js");
        view.put("policy", "script-src " + snippet.publicUrl() + "; connect-src " + snippet.publicUrl());
        view.put(
                "versions",
                Map.of("sojourn", server.version(), "java", Runtime.version().toString()));
        return Answer.json(view);
    }

    private Check arrival(Site site, IntakeLedger.Summary summary) {
        long now = clock.millis();
        Long last = summary.lastAt();
        if (last != null && now - last < SILENCE_MS) {
            return Check.good("arrival", "Visits arrive: " + summary.accepted() + " batches since the server started.");
        }
        if (site.firstEventAt() != null) {
            return new Check(
                    "arrival",
                    "attention",
                    "Visits arrived before, but nothing since the server started or for a day.",
                    "Open a page of the site yourself. If it does not show up here, look whether the line is still in the page.");
        }
        return new Check(
                "arrival",
                "bad",
                "Nothing has ever arrived from this site.",
                site.consent() == Consent.REQUIRED
                        ? "Paste the line into the head of your pages, and call sojourn('consent', true) once a visitor agrees: before that nothing is sent."
                        : "Paste the line into the head of your pages.");
    }

    private static Check rejected(Rejection reason, long count) {
        return new Check(
                "rejected " + reason.key(),
                "attention",
                count + " batches were turned away: " + reason.key() + ".",
                reason.hint().isEmpty() ? null : reason.hint());
    }

    /** A page that was loaded by HTTPS loads no script by HTTP. */
    private Check address(Site site) {
        boolean securePages =
                site.origins().stream().anyMatch(origin -> origin.text().startsWith("https:"));
        String url = snippet.publicUrl();
        boolean local = url.matches("http://(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?");
        if (url.startsWith("https:") || !securePages) {
            return Check.good("address", "Browsers reach this server at " + url + ".");
        }
        return new Check(
                "address",
                local ? "attention" : "bad",
                "The pages are loaded by HTTPS, but the line names " + url
                        + ", and browsers load no script by HTTP there.",
                "Put this server behind HTTPS and start it with --public-url https://….");
    }

    private Check reading() {
        long behind = server.behindMs().getAsLong();
        return behind < BEHIND_MS
                ? Check.good("reading", "What arrives is read at once.")
                : new Check(
                        "reading",
                        "attention",
                        "Reading is " + Duration.ofMillis(behind).toMinutes() + " minutes behind what arrives.",
                        "Nothing is lost. If it does not catch up by itself, the machine is too small or the disk too slow.");
    }

    private Check disk() {
        long free = server.freeBytes().getAsLong();
        String size = free >= 10L << 30 ? (free >> 30) + " GB" : (free >> 20) + " MB";
        return free > (2L << 30)
                ? Check.good("disk", size + " are free where visits are kept.")
                : new Check(
                        "disk",
                        free > (256L << 20) ? "attention" : "bad",
                        "Only " + size + " are free where visits are kept.",
                        "Make room, or keep recordings for a shorter time (retention.playbackDays in the settings).");
    }
}
