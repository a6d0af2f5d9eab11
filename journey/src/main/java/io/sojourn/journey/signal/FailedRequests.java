package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.Lifecycle;
import io.sojourn.eventlog.wire.SlowRequest;
import io.sojourn.sessions.Document;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.TimedEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Which requests of a session failed (SIGNALS 4.4): network error, status 500 and up, or refused writing. One that broke as its
 * page was left was broken by that: browsers end what is under way a moment before or after they say that a page goes.
 */
final class FailedRequests {
    private static final long AROUND_LEAVING = 500;
    private static final int REFUSED = 400;
    private static final int BROKEN = 500;

    private final List<Long> left = new ArrayList<>();

    FailedRequests(Session session) {
        for (Document document : session.documents()) {
            for (TimedEvent timed : document.events()) {
                if (timed.event().getLifecycle().getState() == Lifecycle.State.LEFT) {
                    left.add(timed.at());
                }
            }
        }
    }

    boolean failed(TimedEvent timed) {
        SlowRequest request = timed.event().getSlowRequest();
        if (!request.getFirstParty()) {
            return false;
        }
        return switch (request.getEnd()) {
            case TIMED_OUT -> true;
            case BROKEN -> !brokenByLeaving(timed.at() + Integer.toUnsignedLong(request.getDurationMs()));
            case ANSWERED -> request.getStatus() >= BROKEN || request.getStatus() >= REFUSED && !reading(request);
            default -> false;
        };
    }

    private static boolean reading(SlowRequest request) {
        return request.getMethod().isEmpty() || request.getMethod().equals("GET");
    }

    private boolean brokenByLeaving(long endedAt) {
        return left.stream().anyMatch(at -> Math.abs(at - endedAt) <= AROUND_LEAVING);
    }
}
