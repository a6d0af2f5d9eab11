package io.sojourn.journey.stall;

import io.sojourn.journey.signal.Detectors;
import io.sojourn.journey.signal.Limits;
import io.sojourn.journey.signal.Signal;
import io.sojourn.journey.signal.Signal.Kind;
import io.sojourn.journey.signal.Signal.Strength;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Three different soft signs within a minute on one page make a stall of their own (SIGNALS 11.1). */
final class SoftSigns {
    private final long join;
    private final int different;

    SoftSigns(Limits limits) {
        join = limits.ms("stall.join_ms");
        different = limits.count("stall.soft_signals");
    }

    /** The signs of one view that make a stall together, the one with which it began first; none if they make none. */
    List<Located> in(int view, Detectors.Seen seen) {
        List<Signal> soft = seen.signals().stream()
                .filter(signal -> signal.kind().strength() == Strength.SOFT)
                .toList();
        Signal third = third(soft);
        if (third == null) {
            return List.of();
        }
        Subject page = Subject.page(Subject.SOFT);
        List<Located> group = new ArrayList<>(List.of(new Located(view, page, third)));
        for (Signal signal : soft) {
            if (!signal.equals(third) && Math.abs(signal.at() - third.at()) <= join) {
                group.add(new Located(view, page, signal));
            }
        }
        return group;
    }

    /** Before the third came there was no stall. */
    private @Nullable Signal third(List<Signal> soft) {
        for (Signal last : soft) {
            Set<Kind> kinds = EnumSet.noneOf(Kind.class);
            for (Signal signal : soft) {
                if (signal.at() <= last.at() && last.at() - signal.at() <= join) {
                    kinds.add(signal.kind());
                }
            }
            if (kinds.size() >= different) {
                return last;
            }
        }
        return null;
    }
}
