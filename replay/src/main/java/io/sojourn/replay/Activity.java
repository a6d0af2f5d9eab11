package io.sojourn.replay;

import io.sojourn.eventlog.wire.Event;
import io.sojourn.sessions.Document;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.TimedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the visitor did something, and when not for long. A page that moves by itself is not a visitor. */
final class Activity {
    private static final long IDLE_MS = 5_000;
    /** Of a pointer on its way. */
    private static final long NOTED_EVERY_MS = 1_000;

    private final List<Long> moments = new ArrayList<>();

    static boolean isVisitor(Event event) {
        return switch (event.getKindCase()) {
            case CLICK, SCROLL, RESIZE, FIELD_FOCUS, FIELD_INPUT, FIELD_BLUR, SUBMIT_ATTEMPT -> true;
            case POINTER_PATH, POINTER_PRESS, NODE_SCROLL -> true;
            default -> false;
        };
    }

    void add(@Nullable Session lane, long origin) {
        if (lane == null) {
            return;
        }
        for (Document document : lane.documents()) {
            for (TimedEvent timed : document.events()) {
                if (isVisitor(timed.event()) || timed.event().hasPageView()) {
                    add(timed, timed.at() - origin);
                }
            }
        }
    }

    private void add(TimedEvent timed, long at) {
        moments.add(at);
        long along = at;
        long noted = at;
        for (int step : timed.event().getPointerPath().getDtList()) {
            along += Integer.toUnsignedLong(step);
            if (along - noted >= NOTED_EVERY_MS) {
                moments.add(along);
                noted = along;
            }
        }
        moments.add(along);
    }

    List<Contents.Idle> idle(long duration) {
        List<Long> sorted = new ArrayList<>(moments);
        sorted.removeIf(moment -> moment < 0 || moment > duration);
        sorted.add(duration);
        Collections.sort(sorted);
        List<Contents.Idle> idle = new ArrayList<>();
        long last = 0;
        for (long moment : sorted) {
            if (moment - last > IDLE_MS) {
                idle.add(new Contents.Idle(last, moment));
            }
            last = moment;
        }
        return idle;
    }
}
