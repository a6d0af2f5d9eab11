package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.Click;
import io.sojourn.sessions.PageVisit;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.TimedEvent;
import io.sojourn.sessions.derive.FactSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The list of detectors, and how a visit is shown to them. Clicks of scripts are not told. */
public final class Detectors {
    /** A page view that was seen, and the signals in it in the order they began. */
    public record Seen(View view, List<Signal> signals) {}

    private final Limits limits;
    private final ClickRules clicks;

    public Detectors(Limits limits) {
        this.limits = limits;
        this.clicks = ClickRules.of(limits);
    }

    private List<SignalDetector> ofView(
            View view, Map<Integer, Outcome> outcomes, FailedRequests requests, Findings findings) {
        return List.of(
                new HammerClickDetector(clicks, findings),
                new UnresponsiveClickDetector(clicks, findings),
                new DeadClickDetector(clicks, findings),
                new FalseAffordanceDetector(findings),
                new DisabledPressDetector(limits, view, findings),
                new ErrorClickDetector(limits, requests, findings),
                new SlowClickDetector(limits, findings),
                new HesitationDetector(limits, findings),
                new ThrashDetector(limits, view, findings),
                new ExcessScrollDetector(limits, findings),
                new DeadSwipeDetector(limits, view, outcomes, findings),
                new MissedTapDetector(limits, findings),
                new DeadKeyDetector(limits, view, outcomes, findings),
                new FocusTrapDetector(limits, view, findings),
                new LostFocusDetector(view, findings),
                new CorrectionsDetector(limits, findings),
                new AskedTwiceDetector(view, findings),
                new ZeroResultDetector(limits, findings),
                new SlowViewDetector(limits, view, findings),
                new TechnicalDetector(limits, requests, view, findings));
    }

    private List<VisitDetector> ofVisit() {
        return List.of(
                new UTurnDetector(limits),
                new PogoDetector(limits),
                new PageLoopDetector(limits),
                new NotFoundDetector(),
                new FormFailureDetector(limits),
                new LeftLoadingDetector(limits),
                new NoProgressDetector(limits));
    }

    /** @param names keeps what pages and elements are called */
    public List<Seen> look(Session session, FactSink names) {
        List<View> views = views(session, names);
        Outcomes outcomes = new Outcomes(session, clicks);
        FailedRequests requests = new FailedRequests(session);
        List<Findings> findings =
                Stream.generate(Findings::new).limit(views.size()).toList();
        for (int i = 0; i < views.size(); i++) {
            Map<Integer, Outcome> inDocument = outcomes.in(views.get(i).visit().document());
            tell(
                    views.get(i),
                    new ClickReader(clicks, inDocument),
                    ofView(views.get(i), inDocument, requests, findings.get(i)));
        }
        ofVisit().forEach(detector -> detector.look(views, findings));
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            seen.add(new Seen(views.get(i), withoutLoop(findings.get(i).signals())));
        }
        return seen;
    }

    /** Page views nobody ever looked at hold no friction. */
    private static List<View> views(Session session, FactSink names) {
        List<View> views = new ArrayList<>();
        List<PageVisit> all = session.pageVisits();
        for (int i = 0; i < all.size(); i++) {
            View view = View.of(i, all.get(i), names);
            if (view.seen()) {
                views.add(view);
            }
        }
        return views;
    }

    private static void tell(View view, ClickReader clicks, List<SignalDetector> detectors) {
        int top = 0;
        for (TimedEvent timed : view.visit().events()) {
            detectors.forEach(detector -> detector.happened(timed));
            if (timed.event().hasClick() && timed.event().getClick().getTrusted()) {
                Click click = timed.event().getClick();
                VisitorClick read = clicks.read(timed, view.element(click.getElement()));
                detectors.forEach(detector -> detector.clicked(read));
            } else if (timed.event().hasScroll() && timed.event().getScroll().getTop() != top) {
                top = timed.event().getScroll().getTop();
                detectors.forEach(detector -> detector.scrolled(timed.at()));
            }
        }
        detectors.forEach(SignalDetector::ended);
    }

    /** Sent in a circle, nothing else that happens there is the visitor's doing (SIGNALS 3.8). */
    private static List<Signal> withoutLoop(List<Signal> signals) {
        boolean loop = signals.stream().anyMatch(signal -> signal.kind() == Signal.Kind.PAGE_LOOP);
        return loop
                ? signals.stream()
                        .filter(signal -> signal.kind() == Signal.Kind.PAGE_LOOP)
                        .toList()
                : signals;
    }
}
