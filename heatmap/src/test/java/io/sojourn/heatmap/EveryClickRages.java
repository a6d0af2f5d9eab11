package io.sojourn.heatmap;

import io.sojourn.sessions.PageVisit;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.TimedEvent;
import io.sojourn.sessions.derive.Derivation;
import io.sojourn.sessions.derive.FactSink;
import io.sojourn.sessions.derive.FactTable;
import io.sojourn.sessions.derive.Rules;
import io.sojourn.sessions.derive.SignalFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes every click for a rage click on its element that cost 700 ms. */
final class EveryClickRages implements Derivation {
    static final long LOST_MS = 700;

    @Override
    public List<FactTable> tables() {
        return List.of();
    }

    @Override
    public void derive(Session session, Rules rules, FactSink facts) {
        for (PageVisit visit : session.pageVisits()) {
            long page = facts.page(visit.path());
            for (TimedEvent timed : visit.events()) {
                if (timed.event().hasClick() && timed.event().getClick().getTrusted()) {
                    long element = facts.element(page, timed.event().getClick().getElement());
                    facts.add(SignalFacts.SIGNAL, row(page, element, timed.at()));
                }
            }
        }
    }

    /** By name, so that the table may grow. */
    private static @Nullable Object[] row(long page, long element, long at) {
        return SignalFacts.SIGNAL.columns().stream()
                .map(column -> switch (column.name()) {
                    case "kind" -> "rage";
                    case "page" -> page;
                    case "element" -> element;
                    case "happened_at" -> at;
                    case "lost_ms" -> LOST_MS;
                    case "count" -> 1;
                    default -> null;
                })
                .toArray();
    }
}
