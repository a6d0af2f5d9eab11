package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.DuplicateEntry;
import io.sojourn.sessions.TimedEvent;
import java.util.HashSet;
import java.util.Set;

/** The same value was typed into a second form (SIGNALS 6.8). A field that confirms another on purpose is something else. */
final class AskedTwiceDetector implements SignalDetector {
    private final Findings findings;
    private final Set<FormField> told = new HashSet<>();

    AskedTwiceDetector(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void happened(TimedEvent timed) {
        if (timed.event().hasDuplicateEntry()
                && !timed.event().getDuplicateEntry().getConfirm()) {
            DuplicateEntry entry = timed.event().getDuplicateEntry();
            FormField field = new FormField(entry.getForm(), entry.getKey());
            if (told.add(field)) {
                findings.add(new Signal(Signal.Kind.ASKED_TWICE, null, field, timed.at(), 0, 1));
            }
        }
    }
}
