package io.sojourn.journey.stall;

import io.sojourn.sessions.stats.HonestyLevel;
import io.sojourn.sessions.stats.MatchedDifference;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What happens at a place, in one plain English sentence. It says what goes together, never what makes what (SIGNALS 11.5). */
public final class Sentences {
    private Sentences() {}

    /** What the sentence is made of, for other languages: a key and numbers. */
    public record Words(String key, Map<String, Object> numbers) {}

    public static Words words(PlaceItem item) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("sessions", item.sessions());
        numbers.put("minutesLost", Math.round(item.lostMs() / 6_000.0) / 10.0);
        MatchedDifference compared = item.compared();
        if (compared != null && item.level() != HonestyLevel.ANECDOTE) {
            numbers.put("points", Math.round(compared.difference() * 100));
            numbers.put("extraLost", Math.round(compared.impact()));
        }
        String name = name(item.place());
        if (!name.isEmpty()) {
            numbers.put("name", name);
        }
        return new Words(item.kind(), numbers);
    }

    public static String sentence(PlaceItem item, Loss loss) {
        String visits = item.sessions() == 1 ? "1 visit" : item.sessions() + " visits";
        return what(item.kind(), name(item.place()), item.place().template()) + " (" + visits + cost(item, loss) + ").";
    }

    private static String cost(PlaceItem item, Loss loss) {
        MatchedDifference compared = item.compared();
        if (compared == null || item.level().compareTo(HonestyLevel.FINDING) < 0) {
            return "";
        }
        String lost = loss == Loss.GOAL ? "ended without reaching the goal" : "ended there";
        return String.format(
                Locale.ROOT,
                "; they %s %d points more often than comparable visits",
                lost,
                Math.round(compared.difference() * 100));
    }

    private static String name(StallRow.Place place) {
        if (!place.field().isEmpty()) {
            return place.field();
        }
        return place.label().isEmpty() ? place.selector() : place.label();
    }

    private static String what(String kind, String name, String page) {
        String it = name.isEmpty() ? "something" : "\u201c" + name + "\u201d";
        return switch (kind) {
            case "rage" -> "Visitors click " + it + " again and again";
            case "dead" -> "Visitors press " + it + " and nothing happens";
            case "false_affordance" -> "Visitors click " + it + ", which looks pressable but is not";
            case "disabled" -> "Visitors press " + it + ", which is switched off";
            case "error_click" -> "Pressing " + it + " ends in an error";
            case "slow_click" -> "Pressing " + it + " gets an answer only after three seconds or more";
            case "pogo" -> "Visitors try one entry after another on " + page + " and come straight back";
            case "not_found" ->
                name.isEmpty()
                        ? "Visitors reach " + page + ", which is not there"
                        : "Pressing " + it + " leads to a page that is not there";
            case "page_loop" -> page + " sends visitors round in a circle";
            case "missed_tap" -> "Fingers miss " + it;
            case "dead_key" -> it + " does not answer to the keyboard";
            case "focus_trap" -> "The keyboard cannot get past " + it;
            case "submit_failed" -> "Sending the form on " + page + " fails";
            case "error_loop" -> "Sending the form on " + page + " fails again and again";
            case "form_cleared" -> "Sending the form on " + page + " fails and empties what visitors had filled in";
            case "asked_twice" -> "The form on " + page + " asks for what visitors have already typed before";
            case "zero_result" -> "Searching finds nothing";
            case "slow_view" -> page + " takes long to show";
            case "left_loading" -> "Visitors leave " + page + " before it shows anything";
            case "no_progress" -> "Visitors stay on " + page + " far longer than others and get no further";
            default -> "Visitors struggle on " + page;
        };
    }
}
