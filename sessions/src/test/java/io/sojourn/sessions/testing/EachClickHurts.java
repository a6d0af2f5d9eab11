package io.sojourn.sessions.testing;

import io.sojourn.sessions.PageVisit;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.TimedEvent;
import io.sojourn.sessions.derive.Derivation;
import io.sojourn.sessions.derive.FactSink;
import io.sojourn.sessions.derive.FactTable;
import io.sojourn.sessions.derive.Rules;
import io.sojourn.sessions.derive.SignalFacts;
import java.util.List;

/** Takes every click a visitor makes for a sign of friction. */
public final class EachClickHurts implements Derivation {
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
                    facts.add(SignalFacts.SIGNAL, "pain", page, null, timed.at(), 0L, 1);
                }
            }
        }
    }
}
