package io.sojourn.journey.signal;

import static io.sojourn.sessions.derive.FactTable.Type.BIGINT;
import static io.sojourn.sessions.derive.FactTable.Type.INTEGER;
import static io.sojourn.sessions.derive.FactTable.Type.VARCHAR;
import static io.sojourn.sessions.derive.FactTable.column;

import io.sojourn.sessions.Session;
import io.sojourn.sessions.derive.Derivation;
import io.sojourn.sessions.derive.FactSink;
import io.sojourn.sessions.derive.FactTable;
import io.sojourn.sessions.derive.Rules;
import io.sojourn.sessions.derive.SignalFacts;
import java.util.List;

/**
 * Writes down the signs of friction in each page view. What can begin a stall goes to the table all modules share, so that
 * lists and filters count it; softer signs go to one of our own.
 */
public final class SignalDerivation implements Derivation {
    /** As {@link SignalFacts#SIGNAL}. */
    public static final FactTable SOFT = new FactTable(
            "journey_soft",
            List.of(
                    column("kind", VARCHAR),
                    column("page", BIGINT),
                    column("element", BIGINT),
                    column("happened_at", BIGINT),
                    column("lost_ms", BIGINT),
                    column("count", INTEGER)));

    @Override
    public List<FactTable> tables() {
        return List.of(SOFT);
    }

    @Override
    public void derive(Session session, Rules rules, FactSink facts) {
        for (Detectors.Seen seen : new Detectors(Limits.of(rules)).look(session, facts)) {
            seen.signals().stream()
                    .filter(signal -> signal.kind() != Signal.Kind.NO_PROGRESS)
                    .forEach(signal -> add(signal, seen.view().page(), facts));
        }
    }

    private static void add(Signal signal, long page, FactSink facts) {
        boolean strong =
                signal.kind().strength() == Signal.Strength.STRONG && signal.kind() != Signal.Kind.FALSE_AFFORDANCE;
        facts.add(
                strong ? SignalFacts.SIGNAL : SOFT,
                signal.kind().key(),
                page,
                signal.element(),
                signal.at(),
                signal.lostMs(),
                signal.count());
    }
}
