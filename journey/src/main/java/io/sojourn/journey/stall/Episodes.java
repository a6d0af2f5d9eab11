package io.sojourn.journey.stall;

import io.sojourn.journey.signal.Detectors;
import io.sojourn.journey.signal.FormFailures;
import io.sojourn.journey.signal.Limits;
import io.sojourn.journey.signal.Signal;
import io.sojourn.journey.signal.Signal.Kind;
import io.sojourn.journey.signal.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Joins the signs of one visit to stalls (SIGNALS 11.1). */
final class Episodes {
    private static final int SERVER_ERRORS = 5;

    private final Limits limits;
    private final List<Detectors.Seen> seen;
    private final List<View> views;
    private final VisitTime time;
    private final Endings endings;
    private final Surroundings surroundings;
    private final Set<String> failedByServer = new HashSet<>();

    Episodes(Limits limits, List<Detectors.Seen> seen, VisitTime time) {
        this.limits = limits;
        this.seen = seen;
        this.views = seen.stream().map(Detectors.Seen::view).toList();
        this.time = time;
        this.endings = new Endings(views, time);
        this.surroundings = new Surroundings(seen, limits);
        for (FormFailures.Failure failure : FormFailures.in(views)) {
            int status = failure.result().getStatus();
            if (status / 100 == SERVER_ERRORS || status == SERVER_ERRORS) {
                failedByServer.add(failure.form());
            }
        }
    }

    /** In the order they began. */
    List<Episode> all() {
        List<Episode> found = new ArrayList<>();
        for (List<Located> place : Places.of(seen)) {
            for (List<Located> group : split(place)) {
                if (begins(group)) {
                    found.add(episode(group, true));
                }
            }
        }
        addSoft(found);
        found.sort(Comparator.comparingLong(Episode::startedAt)
                .thenComparing(Episode::kind)
                .thenComparing(episode -> episode.subject().toString()));
        return new OwnTime(time).shared(withoutIdleGuesses(found));
    }

    /** Signs at one place no more than a minute apart, with no progress between, are one stall. */
    private List<List<Located>> split(List<Located> signals) {
        List<List<Located>> groups = new ArrayList<>();
        List<Located> inOrder = new ArrayList<>(signals);
        inOrder.sort(
                Comparator.comparingLong((Located located) -> located.signal().at())
                        .thenComparing(located -> located.signal().kind()));
        long until = 0;
        for (Located located : inOrder) {
            Located last =
                    groups.isEmpty() ? null : groups.get(groups.size() - 1).get(0);
            boolean joins = last != null
                    && located.signal().at() - until <= limits.ms("stall.join_ms")
                    && located.signal().at() <= endings.after(last).at();
            if (!joins) {
                groups.add(new ArrayList<>());
                until = 0;
            }
            groups.get(groups.size() - 1).add(located);
            until = Math.max(until, located.signal().endedAt());
        }
        return groups;
    }

    /** A single dead click is only evidence. */
    private boolean begins(List<Located> group) {
        int dead = 0;
        for (Located located : group) {
            if (located.signal().kind() != Kind.DEAD) {
                return true;
            }
            dead += located.signal().count();
        }
        return dead >= limits.count("dead.strong_clicks");
    }

    /** @param lookAround whether what else was seen there belongs to it */
    private Episode episode(List<Located> group, boolean lookAround) {
        Located first = group.get(0);
        View view = views.get(first.view());
        Endings.End end = endings.after(first);
        List<Signal> evidence =
                new ArrayList<>(group.stream().map(Located::signal).toList());
        if (lookAround) {
            evidence.addAll(surroundings.of(group, end.at()));
        }
        evidence.sort(Comparator.comparingLong(Signal::at).thenComparing(Signal::kind));
        String form =
                first.subject().field() == null ? "" : first.subject().field().form();
        Cause cause = Causes.of(
                first.subject(),
                evidence,
                failedByServer.contains(form),
                view.template(),
                end.outcome() == Episode.Outcome.ABANDONED);
        return new Episode(
                view,
                first.subject(),
                first.signal().at(),
                first.signal().knownAt(),
                Math.max(end.at(), first.signal().at()),
                end.outcome(),
                cause,
                Telling.most(
                        group.stream().map(located -> located.signal().kind()).toList()),
                evidence,
                0,
                comparable(group));
    }

    /** Having left, and having been long without progress, cannot happen to a control that is still there. */
    private static boolean comparable(List<Located> group) {
        return group.stream()
                .anyMatch(located -> located.signal().kind() != Kind.LEFT_LOADING
                        && located.signal().kind() != Kind.NO_PROGRESS);
    }

    /** Only on pages where nothing stronger was. */
    private void addSoft(List<Episode> found) {
        SoftSigns soft = new SoftSigns(limits);
        for (int i = 0; i < seen.size(); i++) {
            View view = views.get(i);
            List<Located> group = soft.in(i, seen.get(i));
            if (!group.isEmpty()
                    && found.stream().noneMatch(episode -> episode.view().equals(view))) {
                found.add(episode(group, false));
            }
        }
    }

    /** Being long without progress says nothing new where something stronger says why. */
    private static List<Episode> withoutIdleGuesses(List<Episode> episodes) {
        return episodes.stream()
                .filter(episode -> episode.kind() != Kind.NO_PROGRESS
                        || episodes.stream()
                                .noneMatch(other -> other.kind() != Kind.NO_PROGRESS
                                        && other.view()
                                                .template()
                                                .equals(episode.view().template())))
                .toList();
    }
}
