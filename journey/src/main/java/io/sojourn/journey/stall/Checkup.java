package io.sojourn.journey.stall;

import io.sojourn.sessions.stats.Interval;
import io.sojourn.sessions.stats.Wilson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A site owner's first questions (SIGNALS 1, rows 15 to 22), each answered in a sentence with its evidence. Where too little is
 * known the answer is that it is unknown. A pure function of the figures.
 */
public final class Checkup {
    private static final int FEW = 30;
    private static final double MANY = 0.6;
    private static final double MANY_EMPTY = 0.15;
    private static final double MANY_TURNED = 0.1;

    private Checkup() {}

    /** A share of visits to a page. */
    public record Share(String page, long hits, long of) {}

    /** A time on a page, ms. */
    public record Stay(String page, long medianMs, long threeQuartersMs, long views) {}

    /**
     * What the answers are made of, each list the most visited first.
     *
     * @param entries visits by entry page, and those of them that bounced
     * @param turns visits to a page, and those that turned back to it from somewhere at once
     * @param searches searches made, and those that found nothing
     * @param pressed views of a page, and those with a click
     * @param stays engaged time on a page
     */
    public record Figures(
            List<Share> entries,
            List<Share> turns,
            Share searches,
            Share filters,
            List<Share> pressed,
            List<Stay> stays) {}

    public record Evidence(
            String label,
            String page,
            double value,
            String unit,
            @Nullable Double low,
            @Nullable Double high,
            long n) {
        static Evidence of(String label, Share share) {
            Interval interval = Wilson.of(share.hits(), share.of());
            return new Evidence(
                    label, share.page(), Checkup.value(share), "share", interval.low(), interval.high(), share.of());
        }
    }

    public record Answer(String key, String question, String answer, String sentence, List<Evidence> evidence) {}

    public static List<Answer> answers(Figures figures) {
        List<Answer> answers = new ArrayList<>();
        answers.add(shares(
                "entry",
                "Do the pages visitors enter by draw them in?",
                figures.entries(),
                MANY,
                "bounced",
                "of %d visits that entered by %s, %s left without doing anything"));
        answers.add(shares(
                "navigation",
                "Do visitors find their way?",
                figures.turns(),
                MANY_TURNED,
                "turned back",
                "of %d visits to %s, %s went into something and came straight back"));
        answers.add(shares(
                "search",
                "Does the search find things?",
                one(figures.searches()),
                MANY_EMPTY,
                "found nothing",
                "of %d searches%s, %s found nothing"));
        answers.add(shares(
                "filters",
                "Do filters leave something to choose from?",
                one(figures.filters()),
                MANY_EMPTY,
                "left nothing",
                "of %d filters%s, %s left nothing"));
        answers.add(calls(figures.pressed()));
        answers.add(bounce(figures.entries()));
        answers.add(time(figures.stays()));
        return answers;
    }

    private static List<Share> one(Share share) {
        return share.of() == 0 ? List.of() : List.of(share);
    }

    private static double value(Share share) {
        return share.of() == 0 ? 0 : (double) share.hits() / share.of();
    }

    /** Attention is due where it is certain that more than so many were lost. */
    private static Answer shares(
            String key, String question, List<Share> shares, double many, String label, String words) {
        List<Share> known = shares.stream().filter(share -> share.of() >= FEW).toList();
        List<Evidence> evidence =
                known.stream().map(share -> Evidence.of(label, share)).toList();
        if (known.isEmpty()) {
            return new Answer(key, question, "unknown", "Too few visits to say.", evidence);
        }
        Share worst = known.get(0);
        for (Share share : known) {
            worst = value(share) > value(worst) ? share : worst;
        }
        boolean attention = Wilson.of(worst.hits(), worst.of()).low() > many;
        String sentence =
                String.format(Locale.ROOT, "At most, " + words + ".", worst.of(), worst.page(), percent(value(worst)));
        return new Answer(key, question, attention ? "attention" : "good", sentence, evidence);
    }

    private static Answer calls(List<Share> pressed) {
        List<Share> known = pressed.stream().filter(share -> share.of() >= FEW).toList();
        String question = "Is what should be pressed pressed?";
        if (known.isEmpty()) {
            return new Answer("calls", question, "unknown", "Too few views to say.", List.of());
        }
        Share least = known.get(0);
        for (Share share : known) {
            least = value(share) < value(least) ? share : least;
        }
        boolean attention = Wilson.of(least.hits(), least.of()).high() < MANY_TURNED;
        String sentence = "The page with the fewest presses is " + least.page() + ": something is pressed in "
                + percent(value(least)) + " of " + least.of() + " views.";
        return new Answer(
                "calls",
                question,
                attention ? "attention" : "good",
                sentence,
                known.stream().map(share -> Evidence.of("pressed", share)).toList());
    }

    private static Answer bounce(List<Share> entries) {
        long hits = entries.stream().mapToLong(Share::hits).sum();
        long of = entries.stream().mapToLong(Share::of).sum();
        String question = "How many leave at once?";
        if (of < FEW) {
            return new Answer("bounce", question, "unknown", "Too few visits to say.", List.of());
        }
        Share all = new Share("", hits, of);
        boolean attention = Wilson.of(hits, of).low() > MANY;
        String sentence = percent(value(all)) + " of " + of + " visits saw one page for less than ten engaged seconds.";
        return new Answer(
                "bounce", question, attention ? "attention" : "good", sentence, List.of(Evidence.of("bounced", all)));
    }

    private static Answer time(List<Stay> stays) {
        List<Stay> known = stays.stream().filter(stay -> stay.views() >= FEW).toList();
        String question = "How long do visitors stay on a page?";
        if (known.isEmpty()) {
            return new Answer("time", question, "unknown", "Too few views to say.", List.of());
        }
        Stay longest = known.get(0);
        for (Stay stay : known) {
            longest = stay.medianMs() > longest.medianMs() ? stay : longest;
        }
        String sentence = "Longest on " + longest.page() + ": half of its visitors are busy with it for "
                + longest.medianMs() / 1_000 + " s or more.";
        return new Answer(
                "time",
                question,
                "good",
                sentence,
                known.stream()
                        .map(stay -> new Evidence(
                                "median",
                                stay.page(),
                                stay.medianMs(),
                                "ms",
                                null,
                                (double) stay.threeQuartersMs(),
                                stay.views()))
                        .toList());
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
