package io.sojourn.journey.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the detectors found in one page view. One thread. */
final class Findings {
    private static final Comparator<Signal> IN_ORDER = Comparator.comparingLong(Signal::at)
            .thenComparing(Signal::kind)
            .thenComparing(Signal::element, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Signal::lostMs);

    private final List<Signal> found = new ArrayList<>();

    private record Subject(
            Signal.Kind kind,
            @Nullable Long element,
            @Nullable FormField field) {}

    void add(Signal signal) {
        found.add(signal);
    }

    /** In the order they began. What two detectors saw in the same clicks is told once. */
    List<Signal> signals() {
        List<Signal> signals = new ArrayList<>();
        Map<Subject, Integer> latest = new HashMap<>();
        for (Signal signal : found.stream().sorted(IN_ORDER).toList()) {
            Subject subject = new Subject(signal.kind(), signal.element(), signal.field());
            Integer before = latest.get(subject);
            if (before != null && signals.get(before).overlaps(signal)) {
                signals.set(before, signals.get(before).joined(signal));
            } else {
                latest.put(subject, signals.size());
                signals.add(signal);
            }
        }
        return signals;
    }
}
