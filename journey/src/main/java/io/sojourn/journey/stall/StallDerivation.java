package io.sojourn.journey.stall;

import static io.sojourn.sessions.derive.FactTable.Type.BIGINT;
import static io.sojourn.sessions.derive.FactTable.Type.BOOLEAN;
import static io.sojourn.sessions.derive.FactTable.Type.INTEGER;
import static io.sojourn.sessions.derive.FactTable.Type.VARCHAR;
import static io.sojourn.sessions.derive.FactTable.column;

import io.sojourn.journey.signal.Detectors;
import io.sojourn.journey.signal.Limits;
import io.sojourn.journey.signal.Signal;
import io.sojourn.journey.signal.View;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.derive.Derivation;
import io.sojourn.sessions.derive.FactSink;
import io.sojourn.sessions.derive.FactTable;
import io.sojourn.sessions.derive.GoalMoments;
import io.sojourn.sessions.derive.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes down each stall of a visit, and each step of it, that is, each page template it saw: whom the stalls of others there
 * are compared with. Reports need nothing but these rows, however they are filtered.
 */
public final class StallDerivation implements Derivation {
    /**
     * One row for each page template a visit saw. {@code stay_ms}: engaged there, all in all. {@code moved_on_ms} and
     * {@code goal_ms}: how much of that had gone by when it last went on to something else, or last reached a goal; −1 never.
     * {@code prior}: strong signs before it came there, at most 2. {@code stratum}: device and whether identified.
     * {@code stalled}: by more than having been slow or having typed something again.
     */
    public static final FactTable STEP = new FactTable(
            "journey_step",
            List.of(
                    column("page", BIGINT),
                    column("started_at", BIGINT),
                    column("stay_ms", INTEGER),
                    column("moved_on_ms", INTEGER),
                    column("goal_ms", INTEGER),
                    column("goal_before", BOOLEAN),
                    column("prior", INTEGER),
                    column("stratum", INTEGER),
                    column("views", INTEGER),
                    column("stalled", BOOLEAN)));

    /**
     * One row for each stall. {@code about} and the names after it say what on the page; {@code engaged_at_ms}: engaged on
     * pages of this template when it could first be told; {@code own_ms}: engaged in it, no moment counted in two stalls;
     * {@code moved_on} and {@code goal}: whether the visit did afterwards. {@code evidence}: kind:atMs:lostMs:count:element,
     * separated by semicolons, ms since the visit began.
     */
    public static final FactTable STALL = new FactTable(
            "journey_stall",
            List.of(
                    column("page", BIGINT),
                    column("about", VARCHAR),
                    column("element", BIGINT),
                    column("form", VARCHAR),
                    column("field", VARCHAR),
                    column("kind", VARCHAR),
                    column("kinds", VARCHAR),
                    column("cause", VARCHAR),
                    column("outcome", VARCHAR),
                    column("started_at", BIGINT),
                    column("ended_at", BIGINT),
                    column("engaged_at_ms", INTEGER),
                    column("own_ms", INTEGER),
                    column("longest_ms", INTEGER),
                    column("comparable", BOOLEAN),
                    column("moved_on", BOOLEAN),
                    column("goal", BOOLEAN),
                    column("goal_before", BOOLEAN),
                    column("evidence", VARCHAR)));

    private static final int MANY = 2;
    private static final int MOST_EVIDENCE = 15;

    @Override
    public List<FactTable> tables() {
        return List.of(STEP, STALL);
    }

    @Override
    public void derive(Session session, Rules rules, FactSink facts) {
        write(session, new Detectors(Limits.of(rules)).look(session, facts), rules, facts);
    }

    /** @param seen the signs of this session, from whoever looked for them already */
    void write(Session session, List<Detectors.Seen> seen, Rules rules, FactSink facts) {
        Limits limits = Limits.of(rules);
        VisitTime time = new VisitTime(
                seen.stream().map(Detectors.Seen::view).toList(),
                limits.ms("time.engaged_idle_ms"),
                GoalMoments.of(session, rules));
        List<Episode> episodes = new Episodes(limits, seen, time).all();
        episodes.forEach(episode -> addStall(session, episode, time, facts));
        List<String> done = new ArrayList<>();
        for (Detectors.Seen one : seen) {
            if (!done.contains(one.view().template())) {
                done.add(one.view().template());
                addStep(session, one.view(), seen, time, episodes, facts);
            }
        }
    }

    private static void addStall(Session session, Episode episode, VisitTime time, FactSink facts) {
        Subject subject = episode.subject();
        String template = episode.view().template();
        facts.add(
                STALL,
                episode.view().page(),
                subject.about(),
                subject.element(),
                subject.field() == null ? null : subject.field().form(),
                subject.field() == null ? null : subject.field().key(),
                episode.kind().key(),
                episode.evidence().stream()
                        .map(signal -> signal.kind().key())
                        .distinct()
                        .collect(Collectors.joining(",")),
                episode.cause().key(),
                episode.outcome().name().toLowerCase(java.util.Locale.ROOT),
                episode.startedAt(),
                episode.endedAt(),
                ms(time.engagedOn(template, episode.knownAt())),
                ms(episode.ownMs()),
                ms(episode.evidence().stream().mapToLong(Signal::lostMs).max().orElse(0)),
                episode.comparable(),
                time.movedOnAfter(template, episode.knownAt()),
                time.goalAfter(episode.knownAt()),
                time.goalUpTo(episode.knownAt()),
                evidence(session, episode));
    }

    private static String evidence(Session session, Episode episode) {
        return episode.evidence().stream()
                .limit(MOST_EVIDENCE)
                .map(signal -> signal.kind().key() + ":" + Math.max(0, signal.at() - session.startedAt()) + ":"
                        + signal.lostMs() + ":" + signal.count() + ":"
                        + (signal.element() == null ? "" : Long.toHexString(signal.element())))
                .collect(Collectors.joining(";"));
    }

    private static void addStep(
            Session session,
            View first,
            List<Detectors.Seen> seen,
            VisitTime time,
            List<Episode> episodes,
            FactSink facts) {
        String template = first.template();
        long startedAt = first.visit().startedAt();
        long movedOn = time.lastMovedOn(template);
        long goal = time.lastGoal();
        long prior = seen.stream()
                .flatMap(one -> one.signals().stream())
                .filter(signal -> signal.kind().strength() == Signal.Strength.STRONG
                        && signal.kind() != Signal.Kind.NO_PROGRESS
                        && signal.at() < startedAt)
                .count();
        facts.add(
                STEP,
                first.page(),
                startedAt,
                ms(time.engagedOn(template, Long.MAX_VALUE)),
                movedOn == Long.MIN_VALUE ? -1 : ms(time.engagedOn(template, movedOn)),
                goal < startedAt ? -1 : ms(time.engagedOn(template, goal)),
                time.goalUpTo(startedAt),
                (int) Math.min(MANY, prior),
                stratum(session, seen),
                (int) seen.stream()
                        .filter(one -> one.view().template().equals(template))
                        .count(),
                episodes.stream()
                        .anyMatch(episode ->
                                stops(episode) && episode.view().template().equals(template)));
    }

    /** Being slower than others, or typing something again, is part of how visitors get on with a page. */
    private static boolean stops(Episode episode) {
        return episode.kind() != Signal.Kind.NO_PROGRESS && episode.kind() != Signal.Kind.ASKED_TWICE;
    }

    /** Device in the ones, identified in the hundreds. */
    private static int stratum(Session session, List<Detectors.Seen> seen) {
        boolean identified = seen.stream()
                .flatMap(one -> one.view().visit().events().stream())
                .anyMatch(timed -> timed.event().hasIdentify()
                        && !timed.event().getIdentify().getReset());
        return session.client().device().ordinal() + (identified ? 100 : 0);
    }

    private static int ms(long value) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, value));
    }
}
