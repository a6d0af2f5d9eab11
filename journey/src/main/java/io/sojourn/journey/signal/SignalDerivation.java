package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.Click;
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

/** Looks for friction in each page view, with every detector there is. Clicks of scripts are not told to them. */
public final class SignalDerivation implements Derivation {
    private static final ClickRules CLICKS = ClickRules.DEFAULT;

    private static List<SignalDetector> detectors(Findings findings) {
        return List.of(
                new HammerClickDetector(CLICKS, findings),
                new UnresponsiveClickDetector(CLICKS, findings),
                new DeadClickDetector(CLICKS, findings));
    }

    @Override
    public List<FactTable> tables() {
        return List.of();
    }

    @Override
    public void derive(Session session, Rules rules, FactSink facts) {
        Outcomes outcomes = new Outcomes(session, CLICKS);
        for (PageVisit visit : session.pageVisits()) {
            long page = facts.page(visit.path());
            Findings findings = new Findings();
            tell(visit, page, new ClickReader(CLICKS, outcomes.in(visit.document())), detectors(findings), facts);
            findings.signals().forEach(signal -> add(signal, page, facts));
        }
    }

    private static void tell(
            PageVisit visit, long page, ClickReader clicks, List<SignalDetector> detectors, FactSink facts) {
        int top = 0;
        for (TimedEvent timed : visit.events()) {
            if (timed.event().hasClick() && timed.event().getClick().getTrusted()) {
                VisitorClick click = clicks.read(timed, element(timed.event().getClick(), page, facts));
                detectors.forEach(detector -> detector.clicked(click));
            } else if (timed.event().hasScroll() && timed.event().getScroll().getTop() != top) {
                top = timed.event().getScroll().getTop();
                detectors.forEach(detector -> detector.scrolled(timed.at()));
            }
        }
        detectors.forEach(SignalDetector::ended);
    }

    private static @Nullable Long element(Click click, long page, FactSink facts) {
        return click.getElement().getTag().isEmpty() ? null : Long.valueOf(facts.element(page, click.getElement()));
    }

    private static void add(Signal signal, long page, FactSink facts) {
        facts.add(
                SignalFacts.SIGNAL,
                signal.kind().key(),
                page,
                signal.element(),
                signal.at(),
                signal.lostMs(),
                signal.count());
    }
}
