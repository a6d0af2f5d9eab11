package io.sojourn.server.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.journey.signal.DetectorGuide;
import io.sojourn.journey.signal.Limits;
import io.sojourn.journey.signal.Trial;
import io.sojourn.journey.signal.store.SignalRates;
import io.sojourn.sessions.SessionsModule;
import io.sojourn.sessions.filter.FilterParser;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.stats.Wilson;
import io.sojourn.sessions.store.SessionList;
import io.sojourn.sessions.store.SessionSort;
import io.sojourn.sites.Site;
import io.sojourn.sites.Sites;
import io.sojourn.sites.proof.Votes;
import io.sojourn.sites.rules.RuleBook;
import io.undertow.server.RoutingHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every detector, how often it speaks and how often it is right; and what another threshold would have found. */
final class DetectorsApi {
    /** So many of the latest visits are looked at again, which takes some seconds. */
    private static final int MOST_TRIED = 2_000;

    private static final int AT_ONCE = 500;
    private static final long LONGEST_DAYS = 30;

    private final Sites sites;
    private final SessionsModule sessions;
    private final SignalRates rates;
    private final RuleBook rules;
    private final Votes votes;
    private final InstantSource clock;

    DetectorsApi(Sites sites, SessionsModule sessions, RuleBook rules, Votes votes, InstantSource clock) {
        this.sites = sites;
        this.sessions = sessions;
        this.rules = rules;
        this.rates = new SignalRates(sessions.facts());
        this.votes = votes;
        this.clock = clock;
    }

    void addTo(RoutingHandler routes, Gate gate) {
        routes.get("/api/sites/{id}/detectors", new EndpointHandler(gate.guarded(this::list)));
        routes.post("/api/sites/{id}/detectors/try", new EndpointHandler(gate.guarded(this::attempt)));
    }

    private Answer list(Request request) throws Problem {
        Site site = request.site(sites);
        SessionFilter filter = FilterParser.parse(site.id(), request.query(), clock.millis());
        long visits = rates.visits(filter);
        Map<String, Long> found = rates.of(filter);
        Limits limits = Limits.of(rules.of(site.id()).thresholds());
        Map<String, Votes.Count> votesOf = votes.of(site.id());
        return Answer.json(new Page<>(
                DetectorGuide.all().stream()
                        .map(entry -> DetectorView.of(
                                entry,
                                limits,
                                found.getOrDefault(entry.kind().key(), 0L),
                                visits,
                                votesOf.get(entry.kind().key())))
                        .toList(),
                null));
    }

    record Wish(
            @Nullable Map<String, Double> thresholds,
            @Nullable Integer days) {}

    private Answer attempt(Request request) throws Exception {
        Site site = request.site(sites);
        Wish wish = request.body(Wish.class);
        if (wish.thresholds() == null || wish.thresholds().isEmpty()) {
            throw new Problem(400, "Say which thresholds to try, as in {\"thresholds\": {\"rage.hammer_clicks\": 3}}.");
        }
        Limits before = Limits.of(rules.of(site.id()).thresholds());
        Limits after = before.with(wish.thresholds());
        long days = wish.days() == null ? 7 : Math.max(1, Math.min(LONGEST_DAYS, wish.days()));
        long now = clock.millis();
        SessionFilter filter =
                new SessionFilter(site.id(), now - Duration.ofDays(days).toMillis(), now + 1, null, List.of());
        Trial trial = new Trial(before, after);
        showLatest(filter, trial, now);
        return Answer.json(TrialView.of(filter, trial.result()));
    }

    private void showLatest(SessionFilter filter, Trial trial, long now) {
        String cursor = null;
        int shown = 0;
        do {
            SessionList.Page page = sessions.sessionList().list(filter, SessionSort.NEWEST_FIRST, cursor, AT_ONCE, now);
            page.items().stream()
                    .filter(item -> !item.automated())
                    .forEach(item -> sessions.sessions()
                            .find(filter.siteId(), item.id(), Lane.ANALYSIS)
                            .ifPresent(trial::show));
            shown += page.items().size();
            cursor = page.next();
        } while (cursor != null && shown < MOST_TRIED);
    }

    record ThresholdView(
            String key,
            double value,
            @JsonProperty("default") double usual,
            String unit) {
        static ThresholdView of(String key, Limits limits) {
            double value = limits.number(key);
            return new ThresholdView(key, value, Limits.defaults().getOrDefault(key, value), unit(key));
        }

        private static String unit(String key) {
            if (key.endsWith("_ms") || key.endsWith(".ms")) {
                return "ms";
            }
            return key.endsWith("_s") ? "s" : key.endsWith("_px") ? "px" : "";
        }
    }

    record VotesView(int right, int all, @Nullable RangeView precision) {
        static VotesView of(Votes.@Nullable Count count) {
            if (count == null || count.all() == 0) {
                return new VotesView(0, 0, null);
            }
            double share = (double) count.right() / count.all();
            return new VotesView(
                    count.right(), count.all(), RangeView.of(share, Wilson.of(count.right(), count.all())));
        }
    }

    record DetectorView(
            String kind,
            String strength,
            String words,
            List<ThresholdView> thresholds,
            long sessions,
            RangeView rate,
            @Nullable Double target,
            VotesView votes) {
        static DetectorView of(
                DetectorGuide.Entry entry, Limits limits, long found, long visits, Votes.@Nullable Count count) {
            long within = Math.min(found, visits);
            return new DetectorView(
                    entry.kind().key(),
                    entry.kind().strength().name().toLowerCase(Locale.ROOT),
                    entry.words(),
                    entry.thresholds().stream()
                            .map(key -> ThresholdView.of(key, limits))
                            .toList(),
                    found,
                    RangeView.of(visits == 0 ? 0 : (double) within / visits, Wilson.of(within, visits)),
                    entry.target() == 0 ? null : Double.valueOf(entry.target()),
                    VotesView.of(count));
        }
    }

    record ChangeView(String sessionId, String kind, long atMs) {
        static List<ChangeView> of(List<Trial.Change> changes) {
            return changes.stream()
                    .map(change -> new ChangeView(change.session().toString(), change.kind(), change.atMs()))
                    .toList();
        }
    }

    record KindView(String kind, int before, int after) {}

    record TrialView(
            long from,
            long to,
            int sessions,
            int before,
            int after,
            List<ChangeView> gained,
            List<ChangeView> lost,
            List<KindView> kinds) {
        static TrialView of(SessionFilter filter, Trial.Result result) {
            return new TrialView(
                    filter.from(),
                    filter.to(),
                    result.visits(),
                    result.before(),
                    result.after(),
                    ChangeView.of(result.gained()),
                    ChangeView.of(result.lost()),
                    result.kinds().entrySet().stream()
                            .map(kind -> new KindView(kind.getKey().key(), kind.getValue()[0], kind.getValue()[1]))
                            .toList());
        }
    }
}
