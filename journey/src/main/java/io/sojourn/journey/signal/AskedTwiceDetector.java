package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.DuplicateEntry;
import io.sojourn.eventlog.wire.Field;
import io.sojourn.sessions.TimedEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What had been typed into one form was typed into another (SIGNALS 6.8). One signal for each form of a page view, however many
 * fields it asks again: from going into the first of them to leaving the last. A field that confirms another on purpose is
 * something else.
 */
final class AskedTwiceDetector implements SignalDetector {
    private final View view;
    private final Findings findings;
    private final Map<FormField, Entered> entered = new HashMap<>();
    private final Map<String, Again> byForm = new LinkedHashMap<>();

    private record Entered(long at, Field field) {}

    private static final class Again {
        private final long from;
        private final @Nullable Long element;
        private final Set<String> fields = new HashSet<>();
        private long until;

        Again(long from, @Nullable Long element) {
            this.from = from;
            this.element = element;
        }
    }

    AskedTwiceDetector(View view, Findings findings) {
        this.view = view;
        this.findings = findings;
    }

    @Override
    public void happened(TimedEvent timed) {
        if (timed.event().hasFieldFocus()) {
            Field field = timed.event().getFieldFocus().getField();
            entered.put(new FormField(field.getForm(), field.getKey()), new Entered(timed.at(), field));
        } else if (timed.event().hasDuplicateEntry()
                && !timed.event().getDuplicateEntry().getConfirm()) {
            again(timed.event().getDuplicateEntry(), timed.at());
        }
    }

    private void again(DuplicateEntry entry, long at) {
        Entered went = entered.get(new FormField(entry.getForm(), entry.getKey()));
        Again again = byForm.computeIfAbsent(
                entry.getForm(),
                first -> went == null
                        ? new Again(at, null)
                        : new Again(
                                Math.min(went.at(), at),
                                view.element(went.field().getElement())));
        again.fields.add(entry.getKey());
        again.until = Math.max(again.until, at);
    }

    @Override
    public void ended() {
        byForm.forEach((form, again) -> findings.add(new Signal(
                Signal.Kind.ASKED_TWICE,
                again.element,
                FormField.whole(form),
                again.from,
                Math.max(0, again.until - again.from),
                again.fields.size())));
    }
}
