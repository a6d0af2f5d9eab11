package io.sojourn.journey.signal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Three times or more from one list into something else and straight back (SIGNALS 4.7): what is looked for cannot be found
 * there. Told once, on the list, from the first try on.
 */
final class PogoDetector implements VisitDetector {
    private final Limits limits;
    private final UTurnDetector turns;

    PogoDetector(Limits limits) {
        this.limits = limits;
        this.turns = new UTurnDetector(limits);
    }

    @Override
    public void look(List<View> views, List<Findings> findings) {
        Map<String, Set<String>> tried = new HashMap<>();
        Map<String, Long> since = new HashMap<>();
        turns.turns(views).forEach(turn -> {
            View hub = views.get(turn);
            View back = views.get(turn + 2);
            Set<String> children = tried.computeIfAbsent(hub.template(), first -> new HashSet<>());
            since.putIfAbsent(hub.template(), views.get(turn + 1).visit().startedAt());
            boolean more = children.add(views.get(turn + 1).visit().path());
            if (more && children.size() == limits.count("pogo.uturns")) {
                long at = since.get(hub.template());
                long lost = Math.max(0, back.visit().startedAt() - at);
                findings.get(turn + 2).add(new Signal(Signal.Kind.POGO, null, at, lost, children.size()));
            }
        });
    }
}
