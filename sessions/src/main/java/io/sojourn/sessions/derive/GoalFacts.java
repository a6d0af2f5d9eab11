package io.sojourn.sessions.derive;

import io.sojourn.eventlog.wire.Element;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.sessions.PageVisit;
import io.sojourn.sessions.TimedEvent;
import io.sojourn.sites.rules.Goal;
import io.sojourn.sites.rules.PathPattern;
import io.sojourn.sites.rules.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which goals a session reached, and when first. A goal that the site itself reports ({@code sojourn('goal', name)}) counts
 * under its own name even when no rule names it, so that nothing has to be set up twice.
 */
final class GoalFacts {
    private final Map<String, Reached> reached = new LinkedHashMap<>();
    private final List<Long> moments = new ArrayList<>();
    private final List<Compiled> goals = new ArrayList<>();

    private record Compiled(String id, List<Step> steps, List<PathPattern> pages) {}

    private static final class Reached {
        private final PageVisit view;
        private final int number;
        private final long at;
        private int times = 1;

        Reached(PageVisit view, int number, long at) {
            this.view = view;
            this.number = number;
            this.at = at;
        }
    }

    GoalFacts(Rules rules) {
        for (Goal goal : rules.goals()) {
            List<PathPattern> pages = goal.anyOf().stream()
                    .filter(step -> step.kind() == Step.Kind.PAGE)
                    .map(step -> new PathPattern(step.value()))
                    .toList();
            goals.add(new Compiled(goal.id(), goal.anyOf(), pages));
        }
    }

    /** In the order of the page views; only those that were looked at reach a goal by being there. */
    void visit(PageVisit view, int number, boolean seen) {
        for (Compiled goal : goals) {
            if (seen && goal.pages().stream().anyMatch(page -> page.matches(view.path()))) {
                reach(goal.id(), view, number, view.startedAt());
            }
        }
        for (TimedEvent timed : view.events()) {
            event(view, number, timed);
        }
    }

    private void event(PageVisit view, int number, TimedEvent timed) {
        Event event = timed.event();
        String name = name(event);
        boolean own = event.hasNamed() && event.getNamed().getGoal();
        for (Compiled goal : goals) {
            boolean met = goal.steps().stream()
                    .anyMatch(step -> step.isEvent(name) || (EventFacts.clicked(timed) && presses(step, event)));
            if (met) {
                reach(goal.id(), view, number, timed.at());
                own &= !goal.id().equals(name);
            }
        }
        if (own) {
            reach(name, view, number, timed.at());
        }
    }

    private static boolean presses(Step step, Event event) {
        Element element = event.getClick().getElement();
        return step.isElement(element.getId(), element.getTestId(), element.getLabel());
    }

    /** What an owner calls an event: the site's own name, or the kind of those that have a meaning without one. */
    private static String name(Event event) {
        return switch (event.getKindCase()) {
            case NAMED -> event.getNamed().getName();
            case ORDER -> "order";
            case SEARCH -> "search";
            case CART -> "cart";
            case SUBMIT_RESULT ->
                "submit_" + event.getSubmitResult().getOutcome().name().toLowerCase(Locale.ROOT);
            default -> "";
        };
    }

    private void reach(String goal, PageVisit view, int number, long at) {
        moments.add(at);
        Reached before = reached.get(goal);
        if (before == null) {
            reached.put(goal, new Reached(view, number, at));
        } else {
            before.times++;
        }
    }

    /** Epoch ms of every time any goal was reached. */
    List<Long> moments() {
        return List.copyOf(moments);
    }

    int count() {
        return reached.size();
    }

    void addTo(FactSink facts) {
        reached.forEach((goal, first) -> new FactRow(VisitFacts.GOAL_REACHED)
                .put("goal", goal)
                .put("page", facts.page(first.view.path()))
                .put("number", first.number)
                .put("happened_at", first.at)
                .put("times", first.times)
                .addTo(facts));
    }
}
