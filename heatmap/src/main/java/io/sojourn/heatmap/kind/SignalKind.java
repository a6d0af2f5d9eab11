package io.sojourn.heatmap.kind;

import io.sojourn.heatmap.kind.Marks.Weight;
import java.util.Set;

/**
 * Signs of friction on the element they are about, of one kind or of several, whoever found them.
 *
 * @param key of the map
 * @param signals their kinds in the signal table; none for all
 */
record SignalKind(String key, Set<String> signals, Weight weight) implements PointKind {
    SignalKind {
        signals = Set.copyOf(signals);
    }

    static SignalKind counting(String key, String... signals) {
        return new SignalKind(key, Set.of(signals), Weight.ONCE);
    }

    static SignalKind timeLostTo(String key, String... signals) {
        return new SignalKind(key, Set.of(signals), Weight.LOST_MS);
    }

    @Override
    public Marks marks() {
        return new Marks.Signals(signals, weight);
    }

    @Override
    public Unit unit() {
        return weight == Weight.ONCE ? Unit.TIMES : Unit.MILLISECONDS;
    }
}
