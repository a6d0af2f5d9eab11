package io.sojourn.sessions.derive;

import io.sojourn.eventlog.wire.Cart;
import io.sojourn.eventlog.wire.Element;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.FieldError;
import io.sojourn.eventlog.wire.Order;
import io.sojourn.eventlog.wire.ScriptError;
import io.sojourn.eventlog.wire.Search;
import io.sojourn.eventlog.wire.SlowRequest;
import io.sojourn.eventlog.wire.SubmitAttempt;
import io.sojourn.eventlog.wire.SubmitResult;
import io.sojourn.sessions.PageVisit;
import io.sojourn.sessions.TimedEvent;
import java.util.Locale;

/** The rows of {@link VisitFacts#EVENT} of one page view. */
final class EventFacts {
    private final PageVisit view;
    private final int number;
    private final long page;
    private final FactSink facts;

    EventFacts(PageVisit view, int number, long page, FactSink facts) {
        this.view = view;
        this.number = number;
        this.page = page;
        this.facts = facts;
    }

    void addAll() {
        view.events().forEach(this::add);
    }

    private void add(TimedEvent timed) {
        Event event = timed.event();
        switch (event.getKindCase()) {
            case CLICK -> {
                if (clicked(timed)) {
                    about(row(timed, "click"), event.getClick().getElement());
                }
            }
            case FIELD_INPUT ->
                row(timed, "input")
                        .put("name", event.getFieldInput().getKey())
                        .put("value", (double) event.getFieldInput().getEdits())
                        .addTo(facts);
            case SUBMIT_ATTEMPT -> submit(timed, event.getSubmitAttempt());
            case SUBMIT_RESULT -> result(timed, event.getSubmitResult());
            case FIELD_ERROR -> fieldError(timed, event.getFieldError());
            case NAMED ->
                row(timed, event.getNamed().getGoal() ? "goal" : "track")
                        .put("name", event.getNamed().getName())
                        .addTo(facts);
            case SEARCH -> search(timed, event.getSearch());
            case ORDER -> order(timed, event.getOrder());
            case CART -> cart(timed, event.getCart());
            case SCRIPT_ERROR -> error(timed, event.getScriptError());
            case SLOW_REQUEST -> request(timed, event.getSlowRequest());
            case BROKEN_RESOURCE ->
                row(timed, "broken")
                        .put("name", event.getBrokenResource().getPath())
                        .put("detail", event.getBrokenResource().getTag())
                        .addTo(facts);
            case IDENTIFY -> row(timed, "identify").addTo(facts);
            case CONSENT -> row(timed, "consent").addTo(facts);
            default -> {
                // of no concern to filters and goals; the modules above read it themselves
            }
        }
    }

    private FactRow row(TimedEvent timed, String kind) {
        return new FactRow(VisitFacts.EVENT)
                .put("document", view.document())
                .put("page", page)
                .put("kind", kind)
                .put("happened_at", timed.at())
                .put("number", number);
    }

    private void about(FactRow row, Element element) {
        row.put("element", facts.element(page, element)).addTo(facts);
    }

    private void submit(TimedEvent timed, SubmitAttempt attempt) {
        FactRow row = row(timed, "submit").put("name", attempt.getForm());
        if (attempt.hasElement()) {
            about(row, attempt.getElement());
        } else {
            row.addTo(facts);
        }
    }

    private void result(TimedEvent timed, SubmitResult result) {
        if (result.getOutcome() == SubmitResult.Outcome.FAILED
                || result.getOutcome() == SubmitResult.Outcome.SUCCEEDED) {
            row(timed, "submit_" + lower(result.getOutcome()))
                    .put("name", result.getForm())
                    .put("detail", lower(result.getReason()))
                    .addTo(facts);
        }
    }

    private void fieldError(TimedEvent timed, FieldError error) {
        row(timed, "field_error")
                .put("name", error.getKey())
                .put("detail", error.getForm())
                .addTo(facts);
    }

    private void search(TimedEvent timed, Search search) {
        row(timed, "search")
                .put("name", search.getQuery())
                .put("value", (double) search.getResults())
                .put("detail", search.getFilter() ? "filter" : null)
                .addTo(facts);
    }

    private void order(TimedEvent timed, Order order) {
        row(timed, "order")
                .put("name", order.getId())
                .put("value", order.getValue())
                .put("detail", order.getCurrency())
                .addTo(facts);
    }

    private void cart(TimedEvent timed, Cart cart) {
        row(timed, "cart")
                .put("name", cart.getItem())
                .put("value", cart.getValue())
                .put("detail", lower(cart.getAct()))
                .addTo(facts);
    }

    private void error(TimedEvent timed, ScriptError error) {
        row(timed, "error")
                .put("name", error.getMessage())
                .put("value", (double) error.getCount())
                .put("detail", error.getFrame())
                .addTo(facts);
    }

    private void request(TimedEvent timed, SlowRequest request) {
        row(timed, "request")
                .put("name", request.getPath())
                .put("value", (double) request.getDurationMs())
                .put("detail", Integer.toString(request.getStatus()))
                .addTo(facts);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static boolean clicked(TimedEvent timed) {
        return timed.event().hasClick() && timed.event().getClick().getTrusted();
    }

    /** A script that broke, or a request that was not answered well. */
    static boolean failed(TimedEvent timed) {
        Event event = timed.event();
        return event.hasScriptError() && event.getScriptError().getSource() != ScriptError.Source.EXTENSION
                || event.hasSlowRequest()
                        && (event.getSlowRequest().getStatus() >= 400
                                || event.getSlowRequest().getEnd() == SlowRequest.End.BROKEN);
    }
}
