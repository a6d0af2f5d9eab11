package io.sojourn.journey.stall;

import io.sojourn.journey.stall.CheckupFigures.Call;
import io.sojourn.journey.stall.CheckupFigures.Share;
import io.sojourn.journey.stall.CheckupFigures.Stay;
import io.sojourn.sessions.stats.Interval;
import io.sojourn.sessions.stats.Wilson;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A site owner's first questions (SIGNALS 1, rows 15 to 22), each answered in a sentence with its evidence. Attention is due only
 * where the figures are certain to pass a bound; where too little is known the answer is that it is unknown. A pure function of
 * the figures.
 */
public final class Checkup {
    private static final int FEW = 30;
    private static final double MANY = 0.6;
    private static final double MANY_EMPTY = 0.15;
    private static final double MANY_TURNED = 0.1;
    private static final double FEW_SCROLL = 0.3;
    private static final double FEW_PRESS = 0.1;
    private static final double MATTERS = 5;
    private static final int MOST_CALLS = 5;

    private Checkup() {}

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
                    label, share.page(), share.value(), "share", interval.low(), interval.high(), share.of());
        }
    }

    public record Answer(String key, String question, String answer, String sentence, List<Evidence> evidence) {}

    public static List<Answer> answers(CheckupFigures figures) {
        return List.of(
                worst(
                        new Question("entry", "Do the pages visitors enter by draw them in?", "bounced"),
                        figures.entries(),
                        MANY,
                        "that entered by %s left without doing anything"),
                bounce(figures.entries(), figures.bounces()),
                worst(
                        new Question("navigation", "Do visitors find their way?", "turned back"),
                        figures.turns(),
                        MANY_TURNED,
                        "to %s went into something and came straight back"),
                worst(
                        new Question("search", "Does the search find things?", "found nothing"),
                        figures.searches(),
                        "searches found nothing"),
                worst(
                        new Question("filters", "Do filters leave something to choose from?", "left nothing"),
                        figures.filters(),
                        "filters left nothing"),
                calls(figures.calls()),
                scroll(figures.scrolled()),
                time(figures.stays()));
    }

    /** @param label what its evidence calls a hit */
    private record Question(String key, String text, String label) {
        Answer unknown() {
            return new Answer(key, text, "unknown", "Too few visits to say.", List.of());
        }

        Answer answer(boolean attention, String sentence, List<Share> evidence) {
            return new Answer(
                    key,
                    text,
                    attention ? "attention" : "good",
                    sentence,
                    evidence.stream().map(share -> Evidence.of(label, share)).toList());
        }
    }

    private static List<Share> known(List<Share> shares) {
        return shares.stream().filter(share -> share.of() >= FEW).toList();
    }

    /** The page with the largest share; of others it is certain only that theirs is smaller in these visits. */
    private static Answer worst(Question question, List<Share> shares, double many, String words) {
        List<Share> known = known(shares);
        if (known.isEmpty()) {
            return question.unknown();
        }
        Share worst =
                known.stream().max(Comparator.comparingDouble(Share::value)).orElseThrow();
        String sentence = counted(worst, "visits") + " " + words.formatted(worst.page())
                + (known.size() > 1 && worst.hits() > 0 ? ", the most of any page." : ".");
        return question.answer(Wilson.of(worst.hits(), worst.of()).low() > many, sentence, known);
    }

    private static Answer worst(Question question, Share share, String words) {
        if (share.of() < FEW) {
            return question.unknown();
        }
        boolean attention = Wilson.of(share.hits(), share.of()).low() > MANY_EMPTY;
        return question.answer(attention, counted(share, "") + " " + words + ".", List.of(share));
    }

    private static String counted(Share share, String unit) {
        String of = share.of() + (unit.isEmpty() ? "" : " " + unit);
        return share.hits() == 0 ? "None of " + of : percent(share.value()) + " of " + of;
    }

    private static Answer bounce(List<Share> entries, Stay stay) {
        Question question = new Question("bounce", "How many leave at once, and how fast?", "bounced");
        Share all = new Share(
                "",
                entries.stream().mapToLong(Share::hits).sum(),
                entries.stream().mapToLong(Share::of).sum());
        if (all.of() < FEW) {
            return question.unknown();
        }
        boolean attention = Wilson.of(all.hits(), all.of()).low() > MANY;
        String fast = stay.views() < FEW ? "." : "; half of them were gone within " + seconds(stay.medianMs()) + ".";
        return question.answer(
                attention,
                counted(all, "visits") + " saw one page for less than ten engaged seconds" + fast,
                List.of(all));
    }

    /** What matters is what goes with goals, not what is pressed most. */
    private static Answer calls(List<Call> calls) {
        Question question = new Question("calls", "Is what should be pressed pressed?", "pressed");
        List<Call> known = calls.stream()
                .filter(call -> call.pressed() >= FEW && call.weight() >= MATTERS)
                .sorted(Comparator.comparingDouble(Call::weight).reversed())
                .limit(MOST_CALLS)
                .toList();
        if (known.isEmpty()) {
            return new Answer(
                    question.key(),
                    question.text(),
                    "unknown",
                    "Nothing is pressed that goes with reaching a goal, or too few visits reach one.",
                    List.of());
        }
        Call first = known.get(0);
        Call least = known.stream()
                .min(Comparator.comparingDouble(call -> (double) call.pressed() / call.seen()))
                .orElseThrow();
        boolean attention = Wilson.of(least.pressed(), least.seen()).high() < FEW_PRESS;
        String sentence = attention
                ? "Only " + percent((double) least.pressed() / least.seen()) + " of " + least.seen() + " visits to "
                        + least.page() + " press “" + least.label()
                        + "”, although whoever does reaches a goal more often."
                : "What goes with goals most is “" + first.label() + "” on " + first.page() + ": "
                        + percent((double) first.pressed() / first.seen()) + " of its visits press it, and "
                        + percent((double) first.pressedReached() / first.pressed()) + " of those reach a goal.";
        return new Answer(
                question.key(),
                question.text(),
                attention ? "attention" : "good",
                sentence,
                known.stream()
                        .map(call -> Evidence.of(
                                "“" + call.label() + "”", new Share(call.page(), call.pressed(), call.seen())))
                        .toList());
    }

    private static Answer scroll(List<Share> scrolled) {
        Question question = new Question("scroll", "Do visitors scroll to see more?", "scrolled");
        List<Share> known = known(scrolled);
        if (known.isEmpty()) {
            return question.unknown();
        }
        Share least =
                known.stream().min(Comparator.comparingDouble(Share::value)).orElseThrow();
        boolean attention = Wilson.of(least.hits(), least.of()).high() < FEW_SCROLL;
        String sentence = counted(least, "views") + " of " + least.page() + " went below what the window shows at first"
                + (known.size() > 1 ? ", the fewest of any longer page." : ".");
        return question.answer(attention, sentence, known);
    }

    private static Answer time(List<Stay> stays) {
        Question question = new Question("time", "How long do visitors stay on a page?", "median");
        List<Stay> known = stays.stream().filter(stay -> stay.views() >= FEW).toList();
        if (known.isEmpty()) {
            return question.unknown();
        }
        Stay longest =
                known.stream().max(Comparator.comparingLong(Stay::medianMs)).orElseThrow();
        String sentence = "Longest on " + longest.page() + ": half of its visitors are busy with it for "
                + seconds(longest.medianMs()) + " or more.";
        return new Answer(
                question.key(),
                question.text(),
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

    private static String seconds(long ms) {
        return ms < 10_000 ? String.format(Locale.ROOT, "%.1f s", ms / 1_000.0) : ms / 1_000 + " s";
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
