package io.sojourn.heatmap.kind;

import java.util.List;
import java.util.Optional;

/** All kinds there are, one line each. */
public final class HeatKinds {
    public static final List<HeatKind> ALL = List.of(
            new ClickKind(),
            new FirstClickKind(),
            new MoveKind(),
            new ScrollKind(),
            new AttentionKind(),
            SignalKind.counting("rage", "rage"),
            SignalKind.counting("dead", "dead"),
            SignalKind.counting("error", "error_click"),
            // Each failed attempt once: what it led to (a second one, an emptied form) are signs of the same attempt.
            SignalKind.counting("form", "submit_failed", "asked_twice"),
            SignalKind.timeLostTo("time-lost"));

    private HeatKinds() {}

    public static Optional<HeatKind> named(String key) {
        return ALL.stream().filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** For whoever asked for one there is not. */
    public static String names() {
        return String.join(", ", ALL.stream().map(HeatKind::key).toList());
    }
}
