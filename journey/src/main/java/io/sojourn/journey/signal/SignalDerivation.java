package io.sojourn.journey.signal;

import static io.sojourn.sessions.derive.FactTable.Type.BIGINT;
import static io.sojourn.sessions.derive.FactTable.Type.BOOLEAN;
import static io.sojourn.sessions.derive.FactTable.Type.INTEGER;
import static io.sojourn.sessions.derive.FactTable.Type.VARCHAR;
import static io.sojourn.sessions.derive.FactTable.column;

import io.sojourn.eventlog.wire.Search;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.TimedEvent;
import io.sojourn.sessions.derive.Derivation;
import io.sojourn.sessions.derive.FactSink;
import io.sojourn.sessions.derive.FactTable;
import io.sojourn.sessions.derive.Rules;
import io.sojourn.sessions.derive.SignalFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    /**
     * Every search that was meant, and whether it is known to have found nothing: where a page does not say how many results
     * there are, there are some. {@code filter}: a list was narrowed, nothing was typed.
     */
    public static final FactTable SEARCH = new FactTable(
            "journey_search",
            List.of(
                    column("page", BIGINT),
                    column("filter", BOOLEAN),
                    column("empty", BOOLEAN),
                    column("happened_at", BIGINT)));

    @Override
    public List<FactTable> tables() {
        return List.of(SOFT, SEARCH);
    }

    @Override
    public void derive(Session session, Rules rules, FactSink facts) {
        write(new Detectors(Limits.of(rules)).look(session, facts), facts);
    }

    /** @param all the signs of one session, from whoever looked for them already */
    public void write(List<Detectors.Seen> all, FactSink facts) {
        for (Detectors.Seen seen : all) {
            seen.signals().stream()
                    .filter(signal -> signal.kind() != Signal.Kind.NO_PROGRESS)
                    .forEach(signal -> add(signal, seen.view().page(), facts));
            addSearches(seen.view(), facts);
        }
    }

    /** Once for each query of a page view. */
    private static void addSearches(View view, FactSink facts) {
        Set<String> told = new HashSet<>();
        for (TimedEvent timed : view.visit().events()) {
            Search search = timed.event().getSearch();
            if (timed.event().hasSearch() && told.add(search.getFilter() + search.getQuery())) {
                facts.add(SEARCH, view.page(), search.getFilter(), search.getResults() == 0, timed.at());
            }
        }
    }

    private static void add(Signal signal, long page, FactSink facts) {
        Signal.Strength strength = signal.kind().strength();
        boolean strong = strength == Signal.Strength.FINDING
                || strength == Signal.Strength.STRONG && signal.kind() != Signal.Kind.FALSE_AFFORDANCE;
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
