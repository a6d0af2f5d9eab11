package io.sojourn.journey.stall;

import io.sojourn.journey.signal.Detectors;
import io.sojourn.journey.signal.FormFailures;
import io.sojourn.journey.signal.FormField;
import io.sojourn.journey.signal.Limits;
import io.sojourn.journey.signal.Progress;
import io.sojourn.journey.signal.Signal;
import io.sojourn.journey.signal.Signal.Kind;
import io.sojourn.journey.signal.Signal.Strength;
import io.sojourn.journey.signal.View;
import io.sojourn.sessions.TimedEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Joins the signs of one visit to stalls (SIGNALS 11.1). */
final class Episodes {
    private static final long ERROR_AROUND = 2_000;
    private static final long REQUEST_AROUND = 10_000;
    private static final long SLOW_BEFORE = 5_000;

    private final Limits limits;
    private final List<Detectors.Seen> seen;
    private final List<View> views;
    private final VisitTime time;
    private final Set<String> failedByServer = new HashSet<>();

    private record Located(int view, Subject subject, Signal signal) {}

    Episodes(Limits limits, List<Detectors.Seen> seen, VisitTime time) {
        this.limits = limits;
        this.seen = seen;
        this.views = seen.stream().map(Detectors.Seen::view).toList();
        this.time = time;
        for (FormFailures.Failure failure : FormFailures.in(views)) {
            if (failure.result().getStatus() / 100 == 5 || failure.result().getStatus() == 5) {
                failedByServer.add(failure.form());
            }
        }
    }

    /** In the order they began. */
    List<Episode> all() {
        List<Episode> found = new ArrayList<>();
        bySubject()
                .forEach((place, signals) -> split(signals).forEach(group -> {
                    if (begins(group)) {
                        found.add(episode(group));
                    }
                }));
        soft(found);
        found.sort(Comparator.comparingLong(Episode::startedAt)
                .thenComparing(Episode::kind)
                .thenComparing(episode -> episode.subject().toString()));
        return owned(withoutIdleGuesses(found));
    }

    private Map<String, List<Located>> bySubject() {
        Map<String, List<Located>> places = new LinkedHashMap<>();
        for (int i = 0; i < seen.size(); i++) {
            Map<Long, String> buttons = buttons(views.get(i));
            for (Signal signal : seen.get(i).signals()) {
                if (signal.kind().strength() == Strength.STRONG) {
                    Subject subject = subject(signal, buttons);
                    places.computeIfAbsent(views.get(i).template() + "|" + subject, first -> new ArrayList<>())
                            .add(new Located(i, subject, signal));
                }
            }
        }
        return places;
    }

    /** What sends a form belongs to the form: one place, not two. */
    private static Subject subject(Signal signal, Map<Long, String> buttons) {
        String form = signal.element() == null || signal.field() != null ? null : buttons.get(signal.element());
        return form == null ? Subject.of(signal) : Subject.form(form);
    }

    private static Map<Long, String> buttons(View view) {
        Map<Long, String> buttons = new HashMap<>();
        for (TimedEvent timed : view.visit().events()) {
            if (timed.event().hasSubmitAttempt()
                    && timed.event().getSubmitAttempt().hasElement()) {
                var attempt = timed.event().getSubmitAttempt();
                buttons.put(view.names().element(view.page(), attempt.getElement()), attempt.getForm());
            }
        }
        return buttons;
    }

    /** Signs at one place no more than a minute apart, with no progress between, are one stall. */
    private List<List<Located>> split(List<Located> signals) {
        List<List<Located>> groups = new ArrayList<>();
        signals.sort(
                Comparator.comparingLong((Located located) -> located.signal().at())
                        .thenComparing(located -> located.signal().kind()));
        long until = 0;
        for (Located located : signals) {
            Located last =
                    groups.isEmpty() ? null : groups.get(groups.size() - 1).get(0);
            boolean joins = last != null
                    && located.signal().at() - until <= limits.ms("stall.join_ms")
                    && located.signal().at() <= end(last).at();
            if (!joins) {
                groups.add(new ArrayList<>());
                until = 0;
            }
            groups.get(groups.size() - 1).add(located);
            until = Math.max(until, located.signal().endedAt());
        }
        return groups;
    }

    private boolean begins(List<Located> group) {
        int dead = 0;
        for (Located located : group) {
            if (located.signal().kind() == Kind.DEAD) {
                dead += located.signal().count();
            } else {
                return true;
            }
        }
        return dead >= limits.count("dead.strong_clicks");
    }

    private record End(long at, Episode.Outcome outcome) {}

    /** When and how it went on after the first sign of a stall. */
    private End end(Located first) {
        long from = first.signal().at();
        boolean form = first.subject().about().equals(Subject.FORM);
        View start = views.get(first.view());
        Set<FormField> completed = new HashSet<>();
        Set<String> earlier = new HashSet<>();
        for (int i = 0; i < views.size(); i++) {
            View view = views.get(i);
            if (i < first.view()) {
                earlier.add(view.template());
            }
            if (view.visit().startedAt() > from && !view.template().equals(start.template())) {
                boolean back = earlier.contains(view.template());
                return new End(view.visit().startedAt(), back ? Episode.Outcome.REGRESSED : Episode.Outcome.RECOVERED);
            }
            for (TimedEvent timed : view.visit().events()) {
                boolean fieldDone = timed.event().hasFieldBlur();
                boolean progress = Progress.in(timed.event(), completed);
                if (progress && timed.at() > from && !(form && fieldDone)) {
                    return new End(timed.at(), Episode.Outcome.RECOVERED);
                }
            }
        }
        return new End(Math.max(from, time.end()), Episode.Outcome.ABANDONED);
    }

    private Episode episode(List<Located> group) {
        Located first = group.get(0);
        End end = end(first);
        List<Signal> evidence =
                new ArrayList<>(group.stream().map(Located::signal).toList());
        evidence.addAll(around(first, group, end.at()));
        evidence.sort(Comparator.comparingLong(Signal::at).thenComparing(Signal::kind));
        boolean abandoned = end.outcome() == Episode.Outcome.ABANDONED;
        String form =
                first.subject().field() == null ? "" : first.subject().field().form();
        Cause cause = Causes.of(
                first.subject(),
                evidence,
                failedByServer.contains(form),
                views.get(first.view()).template(),
                abandoned);
        return new Episode(
                views.get(first.view()),
                first.subject(),
                first.signal().at(),
                Math.max(end.at(), first.signal().at()),
                end.outcome(),
                cause,
                kind(group),
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

    /** The most telling sign. */
    private static Signal.Kind kind(List<Located> group) {
        List<Kind> order = List.of(
                Kind.FORM_CLEARED,
                Kind.ERROR_LOOP,
                Kind.ERROR_CLICK,
                Kind.NOT_FOUND,
                Kind.SLOW_CLICK,
                Kind.SUBMIT_FAILED,
                Kind.ASKED_TWICE,
                Kind.DISABLED,
                Kind.DEAD,
                Kind.FALSE_AFFORDANCE,
                Kind.DEAD_KEY,
                Kind.RAGE);
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        group.forEach(located -> kinds.add(located.signal().kind()));
        return order.stream()
                .filter(kinds::contains)
                .findFirst()
                .orElse(group.get(0).signal().kind());
    }

    /** What else was seen there at that time that may tell why. */
    private List<Signal> around(Located first, List<Located> group, long until) {
        List<Signal> found = new ArrayList<>();
        for (int i = first.view(); i < seen.size(); i++) {
            View view = views.get(i);
            if (i > first.view()
                    && (!view.template().equals(views.get(first.view()).template())
                            || view.visit().startedAt() > until)) {
                break;
            }
            for (Signal signal : seen.get(i).signals()) {
                if (signal.kind().strength() != Strength.STRONG && explains(signal, first, group)) {
                    found.add(signal);
                }
            }
        }
        return found;
    }

    private boolean explains(Signal signal, Located first, List<Located> group) {
        return switch (signal.kind()) {
            case SCRIPT_ERROR -> near(signal, group, ERROR_AROUND, ERROR_AROUND);
            case FAILED_REQUEST -> near(signal, group, ERROR_AROUND, REQUEST_AROUND);
            case FREEZE -> near(signal, group, SLOW_BEFORE, ERROR_AROUND);
            case BROKEN_IMAGE ->
                first.subject().element() != null && first.subject().element().equals(signal.element());
            default ->
                sameElement(signal, first.subject())
                        && near(signal, group, limits.ms("stall.join_ms"), limits.ms("stall.join_ms"));
        };
    }

    private static boolean sameElement(Signal signal, Subject subject) {
        if (subject.about().equals(Subject.FORM)) {
            return signal.field() != null
                    && subject.field() != null
                    && signal.field().form().equals(subject.field().form());
        }
        return subject.element() == null || subject.element().equals(signal.element());
    }

    private static boolean near(Signal signal, List<Located> group, long before, long after) {
        return group.stream().anyMatch(located -> {
            long away = signal.at() - located.signal().at();
            return away >= -before && signal.at() <= located.signal().endedAt() + after;
        });
    }

    /** Three different soft signs within a minute on one page, where nothing stronger was. */
    private void soft(List<Episode> found) {
        for (int i = 0; i < seen.size(); i++) {
            List<Signal> soft = seen.get(i).signals().stream()
                    .filter(signal -> signal.kind().strength() == Strength.SOFT)
                    .toList();
            Signal third = third(soft);
            View view = views.get(i);
            if (third != null
                    && found.stream().noneMatch(episode -> episode.view().equals(view))) {
                Subject page = Subject.page(Subject.SOFT);
                List<Located> group = soft.stream()
                        .filter(signal -> Math.abs(signal.at() - third.at()) <= limits.ms("stall.join_ms"))
                        .map(signal -> new Located(views.indexOf(view), page, signal))
                        .toList();
                found.add(softEpisode(group, third));
            }
        }
    }

    /** It begins when the third came: before that it was none. */
    private Episode softEpisode(List<Located> group, Signal third) {
        Located at = new Located(group.get(0).view(), group.get(0).subject(), third);
        End end = end(at);
        List<Signal> evidence = group.stream().map(Located::signal).toList();
        View view = views.get(at.view());
        boolean abandoned = end.outcome() == Episode.Outcome.ABANDONED;
        Cause cause = Causes.of(at.subject(), evidence, false, view.template(), abandoned);
        return new Episode(
                view,
                at.subject(),
                third.at(),
                Math.max(end.at(), third.at()),
                end.outcome(),
                cause,
                third.kind(),
                evidence,
                0,
                true);
    }

    private @Nullable Signal third(List<Signal> soft) {
        for (Signal last : soft) {
            Set<Kind> kinds = EnumSet.noneOf(Kind.class);
            for (Signal signal : soft) {
                if (signal.at() <= last.at() && last.at() - signal.at() <= limits.ms("stall.join_ms")) {
                    kinds.add(signal.kind());
                }
            }
            if (kinds.size() >= limits.count("stall.soft_signals")) {
                return last;
            }
        }
        return null;
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

    private List<Episode> owned(List<Episode> inOrder) {
        List<Episode> owned = new ArrayList<>();
        long covered = Long.MIN_VALUE;
        for (Episode e : inOrder) {
            long own = time.engaged(Math.max(e.startedAt(), covered), e.endedAt());
            covered = Math.max(covered, e.endedAt());
            owned.add(new Episode(
                    e.view(),
                    e.subject(),
                    e.startedAt(),
                    e.endedAt(),
                    e.outcome(),
                    e.cause(),
                    e.kind(),
                    e.evidence(),
                    Math.max(0, own),
                    e.comparable()));
        }
        return owned;
    }
}
