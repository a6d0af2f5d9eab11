package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.FieldInput;
import io.sojourn.sessions.TimedEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** Half of what was typed into a field was deleted again (SIGNALS 6.3). What a browser filled in is not typing. */
final class CorrectionsDetector implements SignalDetector {
    private final Limits limits;
    private final Findings findings;
    private final Map<FormField, Typing> fields = new LinkedHashMap<>();

    private static final class Typing {
        private long firstAt;
        private long lastAt;
        private int edits;
        private int deletions;
    }

    CorrectionsDetector(Limits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
    }

    @Override
    public void happened(TimedEvent timed) {
        if (!timed.event().hasFieldInput() || timed.event().getFieldInput().getAutofilled()) {
            return;
        }
        FieldInput input = timed.event().getFieldInput();
        Typing typing = fields.computeIfAbsent(new FormField(input.getForm(), input.getKey()), first -> new Typing());
        typing.firstAt = typing.edits == 0 ? timed.at() : typing.firstAt;
        typing.lastAt = timed.at();
        typing.edits += input.getEdits();
        typing.deletions += input.getDeletions();
    }

    @Override
    public void ended() {
        fields.forEach((field, typing) -> {
            boolean much = typing.edits >= limits.count("form.corrections_min_edits");
            if (much && 10.0 * typing.deletions / typing.edits >= limits.number("form.corrections_per_10")) {
                long lost = Math.max(0, typing.lastAt - typing.firstAt);
                findings.add(new Signal(Signal.Kind.CORRECTIONS, null, field, typing.firstAt, lost, typing.deletions));
            }
        });
    }
}
