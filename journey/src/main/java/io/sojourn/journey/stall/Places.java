package io.sojourn.journey.stall;

import io.sojourn.eventlog.wire.SubmitAttempt;
import io.sojourn.journey.signal.Detectors;
import io.sojourn.journey.signal.Signal;
import io.sojourn.journey.signal.Signal.Strength;
import io.sojourn.journey.signal.View;
import io.sojourn.sessions.TimedEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The signs of one visit that can begin a stall, by the place they are about: a page template and something on it. */
final class Places {
    private Places() {}

    static List<List<Located>> of(List<Detectors.Seen> seen) {
        Map<String, List<Located>> places = new LinkedHashMap<>();
        for (int i = 0; i < seen.size(); i++) {
            View view = seen.get(i).view();
            Map<Long, String> buttons = buttons(view);
            for (Signal signal : seen.get(i).signals()) {
                Strength strength = signal.kind().strength();
                if (strength == Strength.STRONG || strength == Strength.FINDING) {
                    Subject subject = subject(signal, buttons);
                    places.computeIfAbsent(view.template() + "|" + subject, first -> new ArrayList<>())
                            .add(new Located(i, subject, signal));
                }
            }
        }
        return List.copyOf(places.values());
    }

    /** What sends a form belongs to the form: one place, not two. */
    private static Subject subject(Signal signal, Map<Long, String> buttons) {
        String form = signal.element() == null || signal.field() != null ? null : buttons.get(signal.element());
        return form == null ? Subject.of(signal) : Subject.form(form);
    }

    private static Map<Long, String> buttons(View view) {
        Map<Long, String> buttons = new HashMap<>();
        for (TimedEvent timed : view.visit().events()) {
            if (timed.event().hasSubmitAttempt()
                    && timed.event().getSubmitAttempt().hasElement()) {
                SubmitAttempt attempt = timed.event().getSubmitAttempt();
                buttons.put(view.names().element(view.page(), attempt.getElement()), attempt.getForm());
            }
        }
        return buttons;
    }
}
