package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.Click;
import io.sojourn.eventlog.wire.NavigationType;
import io.sojourn.sessions.TimedEvent;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In, and straight back out (SIGNALS 4.6): seen for less than ten seconds, nothing done there, back to where one came from.
 * Told on the page one came back to, about the element that led away. If the page had moved under the pointer just before,
 * that was a slip (5.7). Ways through a log-in or a payment are none.
 */
final class UTurnDetector implements VisitDetector {
    private static final Pattern PASSED_THROUGH =
            Pattern.compile("(^|[/_-])(log-?in|sign-?in|auth|oauth|sso|pay|payment|3ds|callback)([/_-]|$)");
    private static final Set<NavigationType> BACK = Set.of(NavigationType.BACK_FORWARD, NavigationType.BFCACHE);

    private final Limits limits;

    UTurnDetector(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void look(List<View> views, List<Findings> findings) {
        turns(views).forEach(turn -> {
            View back = views.get(turn + 2);
            Click led = lastClick(views.get(turn));
            Long element = led == null ? null : back.element(led.getElement());
            long from = views.get(turn + 1).visit().startedAt();
            long lost = Math.max(0, back.visit().startedAt() - from);
            findings.get(turn + 2)
                    .add(new Signal(Signal.Kind.U_TURN, element, back.visit().startedAt(), lost, 1));
            if (led != null && led.getShiftedMs() > 0 && led.getShiftedMs() <= limits.ms("shifted_click.ms")) {
                findings.get(turn).add(new Signal(Signal.Kind.SHIFTED_CLICK, element, from, lost, 1));
            }
        });
    }

    /** The numbers of the views that were left and come back to. */
    Stream<Integer> turns(List<View> views) {
        return Stream.iterate(0, i -> i + 2 < views.size(), i -> i + 1)
                .filter(i -> isTurn(views.get(i), views.get(i + 1), views.get(i + 2)));
    }

    private boolean isTurn(View hub, View child, View back) {
        long dwell = back.visit().startedAt() - child.visit().startedAt();
        long returned = back.visit().startedAt() - child.visit().endedAt();
        boolean same = hub.visit().path().equals(back.visit().path());
        boolean returns = same
                && (BACK.contains(back.visit().view().getNavigation()) || returned <= limits.ms("uturn.return_ms"));
        return returns
                && !hub.visit().path().equals(child.visit().path())
                && dwell < limits.ms("uturn.dwell_ms")
                && !PASSED_THROUGH.matcher(child.visit().path()).find()
                && child.visit().events().stream().noneMatch(UTurnDetector::acts);
    }

    private static boolean acts(TimedEvent timed) {
        return timed.event().hasClick()
                || timed.event().hasFieldInput()
                || timed.event().hasKeyPress();
    }

    static @Nullable Click lastClick(View view) {
        Click last = null;
        for (TimedEvent timed : view.visit().events()) {
            last = timed.event().hasClick() ? timed.event().getClick() : last;
        }
        return last;
    }
}
