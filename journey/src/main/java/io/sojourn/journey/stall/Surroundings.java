package io.sojourn.journey.stall;

import io.sojourn.journey.signal.Detectors;
import io.sojourn.journey.signal.Limits;
import io.sojourn.journey.signal.Signal;
import io.sojourn.journey.signal.Signal.Kind;
import io.sojourn.journey.signal.Signal.Strength;
import io.sojourn.journey.signal.View;
import java.util.ArrayList;
import java.util.List;

/** What else was seen at a place about the time of a stall, that may tell why. */
final class Surroundings {
    private static final long ERROR_AROUND = 2_000;
    private static final long REQUEST_AROUND = 10_000;
    private static final long SLOW_BEFORE = 5_000;

    private final List<Detectors.Seen> seen;
    private final long join;

    Surroundings(List<Detectors.Seen> seen, Limits limits) {
        this.seen = seen;
        this.join = limits.ms("stall.join_ms");
    }

    /** @param until epoch ms at which the stall was over */
    List<Signal> of(List<Located> group, long until) {
        Located first = group.get(0);
        String template = seen.get(first.view()).view().template();
        List<Signal> found = new ArrayList<>();
        for (int i = first.view(); i < seen.size(); i++) {
            View view = seen.get(i).view();
            boolean elsewhere =
                    !view.template().equals(template) || view.visit().startedAt() > until;
            if (i > first.view() && elsewhere) {
                break;
            }
            for (Signal signal : seen.get(i).signals()) {
                boolean begins = signal.kind().strength() == Strength.STRONG
                        || signal.kind().strength() == Strength.FINDING;
                if (!begins && explains(signal, group)) {
                    found.add(signal);
                }
            }
        }
        return found;
    }

    private boolean explains(Signal signal, List<Located> group) {
        Subject subject = group.get(0).subject();
        if (subject.about().equals(Subject.AGAIN)) {
            return signal.kind() == Kind.CORRECTIONS && subject.sameForm(signal);
        }
        return switch (signal.kind()) {
            case SCRIPT_ERROR -> near(signal, group, ERROR_AROUND, ERROR_AROUND);
            case FAILED_REQUEST -> near(signal, group, ERROR_AROUND, REQUEST_AROUND);
            case FREEZE -> near(signal, group, SLOW_BEFORE, ERROR_AROUND);
            case BROKEN_IMAGE -> subject.element() != null && subject.element().equals(signal.element());
            default -> sameElement(signal, subject) && near(signal, group, join, join);
        };
    }

    private static boolean sameElement(Signal signal, Subject subject) {
        if (subject.field() != null) {
            return subject.sameForm(signal);
        }
        return subject.element() == null || subject.element().equals(signal.element());
    }

    private static boolean near(Signal signal, List<Located> group, long before, long after) {
        return group.stream().anyMatch(located -> {
            long away = signal.at() - located.signal().at();
            return away >= -before && signal.at() <= located.signal().endedAt() + after;
        });
    }
}
