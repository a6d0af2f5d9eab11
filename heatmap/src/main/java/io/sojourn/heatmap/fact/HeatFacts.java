package io.sojourn.heatmap.fact;

import io.sojourn.sessions.derive.Derivation;
import java.util.List;

/** All that heatmaps derive from a visit. */
public final class HeatFacts {
    private HeatFacts() {}

    public static List<Derivation> derivations() {
        return List.of(new ClickFacts(), new PointerFacts(), new LookFacts(), new OverlayFacts());
    }
}
