package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.Click;
import io.sojourn.eventlog.wire.PageView;
import io.sojourn.sessions.TimedEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that is not there (SIGNALS 4.8). When a click led to it, it is told about what was clicked, where it was clicked:
 * that is what has to be mended, and only there can it be compared with visits that did not click it.
 */
final class NotFoundDetector implements VisitDetector {
    private static final long LED_BY_CLICK = 10_000;

    @Override
    public void look(List<View> views, List<Findings> findings) {
        for (int i = 0; i < views.size(); i++) {
            if (isMissing(views.get(i).visit().view())) {
                TimedEvent click = i == 0 ? null : leadingClick(views.get(i - 1), views.get(i));
                if (click == null) {
                    findings.get(i).add(signal(null, views.get(i).visit().startedAt(), 0));
                } else {
                    Long element =
                            views.get(i - 1).element(click.event().getClick().getElement());
                    long lost = Math.max(0, views.get(i).visit().endedAt() - click.at());
                    findings.get(i - 1).add(signal(element, click.at(), lost));
                }
            }
        }
    }

    private static Signal signal(@Nullable Long element, long at, long lost) {
        return new Signal(Signal.Kind.NOT_FOUND, element, at, lost, 1);
    }

    static boolean isMissing(PageView view) {
        return view.getNotFound() || view.getStatus() == 404 || view.getStatus() == 410;
    }

    private static @Nullable TimedEvent leadingClick(View from, View missing) {
        TimedEvent last = null;
        for (TimedEvent timed : from.visit().events()) {
            Click click = timed.event().getClick();
            boolean leads = timed.event().hasClick() && click.getTrusted() && !click.getOpensElsewhere();
            last = leads ? timed : last;
        }
        boolean soon = last != null && missing.visit().startedAt() - last.at() <= LED_BY_CLICK;
        return soon ? last : null;
    }
}
