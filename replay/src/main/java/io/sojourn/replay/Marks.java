package io.sojourn.replay;

import io.sojourn.eventlog.wire.Click;
import io.sojourn.eventlog.wire.ClickOutcome;
import io.sojourn.eventlog.wire.Element;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.Field;
import io.sojourn.eventlog.wire.Response;
import io.sojourn.eventlog.wire.SlowRequest;
import io.sojourn.replay.Contents.Mark;
import io.sojourn.sessions.Document;
import io.sojourn.sessions.PagePath;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.TimedEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the visitor did, in order, for the time line beside a replay. Read from the ANALYSIS lane. */
final class Marks {
    private final List<Mark> marks = new ArrayList<>();
    private final long origin;

    private Marks(long origin) {
        this.origin = origin;
    }

    static List<Mark> of(Session analysis, long origin) {
        Marks marks = new Marks(origin);
        analysis.documents().forEach(marks::add);
        marks.marks.sort(Comparator.comparingLong(Mark::atMs));
        return marks.marks;
    }

    private void add(Document document) {
        Set<Integer> dead = deadClicks(document);
        String page = null;
        Map<String, String> fields = new HashMap<>();
        for (TimedEvent timed : document.events()) {
            Event event = timed.event();
            if (event.hasPageView()) {
                page = PagePath.of(event.getPageView().getUrl());
            }
            if (event.hasFieldFocus()) {
                remember(event.getFieldFocus().getField(), fields);
            }
            String kind = kind(event);
            if (kind != null) {
                boolean isDead =
                        event.hasClick() && dead.contains(event.getClick().getId());
                String id = Taped.hex(document.id());
                marks.add(
                        new Mark(Math.max(0, timed.at() - origin), kind, label(event, page, fields), page, id, isDead));
            }
        }
    }

    /** What is written beside a field says more than its key; a masked label is absent. */
    private static void remember(Field field, Map<String, String> fields) {
        if (!field.getElement().getLabel().isBlank()) {
            fields.put(field.getKey(), field.getElement().getLabel());
        }
    }

    private static Set<Integer> deadClicks(Document document) {
        Set<Integer> dead = new HashSet<>();
        for (TimedEvent timed : document.events()) {
            ClickOutcome outcome = timed.event().getClickOutcome();
            if (timed.event().hasClickOutcome() && outcome.getResponse() == Response.NO_RESPONSE) {
                dead.add(outcome.getClick());
            }
        }
        return dead;
    }

    private static @Nullable String kind(Event event) {
        return switch (event.getKindCase()) {
            case PAGE_VIEW -> "page";
            case CLICK -> "click";
            case FIELD_INPUT -> "input";
            case SUBMIT_ATTEMPT -> "submit";
            case NAMED -> event.getNamed().getGoal() ? "goal" : null;
            case SCRIPT_ERROR -> "error";
            case SLOW_REQUEST -> "request";
            default -> null;
        };
    }

    private static String label(Event event, @Nullable String page, Map<String, String> fields) {
        return switch (event.getKindCase()) {
            case PAGE_VIEW -> firstOf(event.getPageView().getTitle(), page == null ? "" : page);
            case CLICK -> label(event.getClick());
            case FIELD_INPUT ->
                fields.getOrDefault(
                        event.getFieldInput().getKey(), event.getFieldInput().getKey());
            // The form itself has only a key, which says nothing to people.
            case SUBMIT_ATTEMPT -> event.getSubmitAttempt().getElement().getLabel();
            case SCRIPT_ERROR -> event.getScriptError().getMessage();
            case SLOW_REQUEST -> label(event.getSlowRequest());
            default -> event.getNamed().getName();
        };
    }

    private static String label(Click click) {
        Element element = click.getElement();
        String link = element.getHref().isEmpty() ? "" : "link to " + element.getHref();
        return firstOf(
                element.getLabel(), link, element.getName(), element.getTestId(), element.getId(), element.getTag());
    }

    private static String label(SlowRequest request) {
        String end = switch (request.getEnd()) {
            case BROKEN -> "no answer";
            case TIMED_OUT -> "timed out";
            case STILL_RUNNING -> "still running";
            default -> Integer.toString(request.getStatus());
        };
        return request.getMethod() + " " + request.getPath() + " \u00b7 " + end + " \u00b7 " + request.getDurationMs()
                + " ms";
    }

    private static String firstOf(String... names) {
        return Stream.of(names).filter(name -> !name.isBlank()).findFirst().orElse("");
    }
}
