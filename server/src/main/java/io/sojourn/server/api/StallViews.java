package io.sojourn.server.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.sojourn.journey.stall.LedgerFacts;
import io.sojourn.journey.stall.Loss;
import io.sojourn.journey.stall.PlaceItem;
import io.sojourn.journey.stall.Sentences;
import io.sojourn.journey.stall.StallRow;
import io.sojourn.journey.stall.Verification;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.stats.HonestyLevel;
import io.sojourn.sessions.stats.MatchedDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stalls as the API tells them. */
final class StallViews {
    private static final double MINUTE = 60_000;

    private StallViews() {}

    record SideView(long from, long to, long visits, long stalled, long lost, long exposed) {
        static SideView of(Verification.Side side) {
            return new SideView(side.from(), side.to(), side.visits(), side.stalled(), side.lost(), side.exposed());
        }
    }

    record VerificationView(
            String verdict,
            String sentence,
            long releasedAt,
            SideView before,
            SideView after,
            RangeView stalledShare,
            RangeView lostShare) {
        static VerificationView of(Verification verified, long at) {
            Verification.Side before = verified.before();
            Verification.Side after = verified.after();
            return new VerificationView(
                    verified.verdict().key(),
                    verified.sentence(),
                    at,
                    SideView.of(before),
                    SideView.of(after),
                    RangeView.of(after.stalledShare() - before.stalledShare(), verified.stalledShare()),
                    RangeView.of(after.lostShare() - before.lostShare(), verified.lostShare()));
        }
    }

    record NotSeenView(long openSessions, long automated, long gaps) {}

    record LedgerView(
            List<ItemView> items,
            @Nullable String next,
            long from,
            long to,
            long sessions,
            long stalledSessions,
            double minutesLost,
            String outcome,
            boolean exploratory,
            NotSeenView notSeen) {
        static LedgerView of(
                SessionFilter filter, LedgerFacts facts, List<PlaceItem> places, long stalledVisits, int limit) {
            LedgerFacts.Totals totals = facts.totals();
            return new LedgerView(
                    places.stream()
                            .limit(limit)
                            .map(item -> ItemView.of(item, facts.loss()))
                            .toList(),
                    null,
                    filter.from(),
                    filter.to(),
                    totals.sessions() - totals.automated(),
                    stalledVisits,
                    minutes(places.stream().mapToLong(PlaceItem::lostMs).sum()),
                    facts.loss().key(),
                    filter.device() != null || !filter.where().isEmpty(),
                    new NotSeenView(totals.open(), totals.automated(), totals.withGaps()));
        }
    }

    record ElementView(
            String key,
            String selector,
            String label,
            @JsonRawValue @Nullable String fingerprint) {
        static @Nullable ElementView of(StallRow.Place place) {
            Long element = place.element();
            return element == null
                    ? null
                    : new ElementView(
                            Long.toHexString(element),
                            place.selector(),
                            place.label(),
                            place.fingerprint().isEmpty() ? null : place.fingerprint());
        }
    }

    record FieldView(String form, String key) {
        static @Nullable FieldView of(StallRow.Place place) {
            return place.form().isEmpty() ? null : new FieldView(place.form(), place.field());
        }
    }

    record DayView(long from, int sessions, int visits) {}

    record ExampleView(String sessionId, long atMs, boolean recorded) {}

    record ItemView(
            String id,
            String page,
            String about,
            @Nullable ElementView element,
            @Nullable FieldView field,
            String kind,
            Map<String, Integer> kinds,
            String cause,
            Map<String, Integer> causes,
            boolean defect,
            int sessions,
            int episodes,
            Map<String, Integer> outcomes,
            double minutesLost,
            @Nullable RangeView impact,
            @Nullable RangeView difference,
            long matched,
            long unmatched,
            long controls,
            String level,
            @Nullable Integer rank,
            String sentence,
            Sentences.Words words,
            List<DayView> trend,
            List<ExampleView> examples) {
        static ItemView of(PlaceItem item, Loss loss) {
            MatchedDifference compared = item.compared();
            boolean shown = compared != null && item.level() != HonestyLevel.ANECDOTE;
            return new ItemView(
                    item.id(),
                    item.place().template(),
                    item.place().about(),
                    ElementView.of(item.place()),
                    FieldView.of(item.place()),
                    item.kind(),
                    item.kinds(),
                    item.cause().key(),
                    item.causes(),
                    item.cause().defect(),
                    item.sessions(),
                    item.episodes(),
                    item.outcomes(),
                    minutes(item.lostMs()),
                    shown && compared != null ? RangeView.of(compared.impact(), compared.impactInterval()) : null,
                    shown && compared != null ? RangeView.of(compared.difference(), compared.interval()) : null,
                    compared == null ? 0 : compared.affected(),
                    compared == null ? item.sessions() : item.sessions() - compared.affected(),
                    compared == null ? 0 : compared.controls(),
                    item.level().name().toLowerCase(Locale.ROOT),
                    item.rank(),
                    Sentences.sentence(item, loss),
                    Sentences.words(item),
                    item.trend().stream()
                            .map(day -> new DayView(day.from(), day.sessions(), day.visits()))
                            .toList(),
                    item.examples().stream()
                            .map(example ->
                                    new ExampleView(example.session().toString(), example.atMs(), example.recorded()))
                            .toList());
        }
    }

    record OneView(ItemView stall, List<VisitView> visits) {}

    record SignView(
            long atMs,
            String kind,
            long lostMs,
            int count,
            @Nullable String element) {
        static List<SignView> of(String evidence) {
            List<SignView> signs = new ArrayList<>();
            for (String sign : evidence.split(";", -1)) {
                String[] parts = sign.split(":", -1);
                if (parts.length == 5) {
                    signs.add(new SignView(
                            Long.parseLong(parts[1]),
                            parts[0],
                            Long.parseLong(parts[2]),
                            Integer.parseInt(parts[3]),
                            parts[4].isEmpty() ? null : parts[4]));
                }
            }
            return signs;
        }
    }

    record VisitView(
            String sessionId,
            long atMs,
            long untilMs,
            String outcome,
            String cause,
            long engagedMs,
            boolean recorded,
            List<SignView> evidence) {
        static VisitView of(StallRow row) {
            return new VisitView(
                    row.session().toString(),
                    Math.max(0, row.startedAt() - row.visitStartedAt()),
                    Math.max(0, row.endedAt() - row.visitStartedAt()),
                    row.outcome(),
                    row.cause().key(),
                    row.ownMs(),
                    row.recorded(),
                    SignView.of(row.evidence()));
        }
    }

    static double minutes(long ms) {
        return Math.round(ms / MINUTE * 10) / 10.0;
    }
}
