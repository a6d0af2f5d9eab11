package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.SubmitAttempt;
import io.sojourn.eventlog.wire.SubmitResult;
import io.sojourn.sessions.TimedEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attempts to send a form that failed, in their order (SIGNALS 6.5). An agent that says what became of an attempt is
 * believed; of one that does not, an attempt with invalid fields failed, and so did one after which a field complained.
 */
public final class FormFailures {
    private static final long WINDOW = 10_000;

    /**
     * @param view its number among the views that were seen
     * @param pressed what was pressed, when known
     * @param answeredAt when it was known to have failed
     * @param nextAt when the form was sent again; 0 never
     */
    public record Failure(
            int view, String form, @Nullable Long pressed, long answeredAt, long nextAt, SubmitResult result) {}

    private final List<View> views;
    private final List<Failure> failures = new ArrayList<>();
    private final Map<String, Attempt> open = new HashMap<>();

    private record Attempt(long at, @Nullable Long pressed, boolean invalid) {}

    private FormFailures(List<View> views) {
        this.views = views;
    }

    public static List<Failure> in(List<View> views) {
        FormFailures all = new FormFailures(views);
        for (int i = 0; i < views.size(); i++) {
            for (TimedEvent timed : views.get(i).visit().events()) {
                all.read(i, timed);
            }
            all.closeInvalid(i);
        }
        return all.withNext();
    }

    private void read(int view, TimedEvent timed) {
        Event event = timed.event();
        if (event.hasSubmitAttempt()) {
            SubmitAttempt attempt = event.getSubmitAttempt();
            closeInvalid(view, attempt.getForm());
            Long pressed = views.get(view).element(attempt.getElement());
            open.put(attempt.getForm(), new Attempt(timed.at(), pressed, attempt.getInvalid() > 0));
        } else if (event.hasSubmitResult()) {
            Attempt attempt = open.remove(event.getSubmitResult().getForm());
            if (event.getSubmitResult().getOutcome() == SubmitResult.Outcome.FAILED) {
                add(view, event.getSubmitResult().getForm(), attempt, timed.at(), event.getSubmitResult());
            }
        } else if (event.hasFieldError() && event.getFieldError().getAfterSubmit()) {
            String form = event.getFieldError().getForm();
            Attempt attempt = open.get(form);
            if (attempt != null && !attempt.invalid() && timed.at() - attempt.at() <= WINDOW) {
                open.put(form, new Attempt(attempt.at(), attempt.pressed(), true));
            }
        }
    }

    private void closeInvalid(int view) {
        List.copyOf(open.keySet()).stream().sorted().forEach(form -> closeInvalid(view, form));
    }

    private void closeInvalid(int view, String form) {
        Attempt attempt = open.get(form);
        if (attempt != null && attempt.invalid()) {
            open.remove(form);
            add(view, form, attempt, attempt.at(), SubmitResult.getDefaultInstance());
        }
    }

    private void add(int view, String form, @Nullable Attempt attempt, long at, SubmitResult result) {
        failures.add(new Failure(view, form, attempt == null ? null : attempt.pressed(), at, 0, result));
    }

    private List<Failure> withNext() {
        Map<String, List<Long>> attempts = new HashMap<>();
        views.forEach(view -> view.visit().events().stream()
                .filter(timed -> timed.event().hasSubmitAttempt())
                .forEach(timed -> attempts.computeIfAbsent(
                                timed.event().getSubmitAttempt().getForm(), first -> new ArrayList<>())
                        .add(timed.at())));
        return failures.stream()
                .map(failure -> new Failure(
                        failure.view(),
                        failure.form(),
                        failure.pressed(),
                        failure.answeredAt(),
                        attempts.getOrDefault(failure.form(), List.of()).stream()
                                .filter(at -> at > failure.answeredAt())
                                .min(Long::compare)
                                .orElse(0L),
                        failure.result()))
                .toList();
    }
}
