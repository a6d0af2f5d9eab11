package io.sojourn.journey.testing;

import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.wire.Box;
import io.sojourn.eventlog.wire.Click;
import io.sojourn.eventlog.wire.ClickOutcome;
import io.sojourn.eventlog.wire.DisabledPress;
import io.sojourn.eventlog.wire.DuplicateEntry;
import io.sojourn.eventlog.wire.Element;
import io.sojourn.eventlog.wire.Engagement;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.FieldBlur;
import io.sojourn.eventlog.wire.FieldError;
import io.sojourn.eventlog.wire.FieldFocus;
import io.sojourn.eventlog.wire.FieldInput;
import io.sojourn.eventlog.wire.FormSeen;
import io.sojourn.eventlog.wire.KeyPress;
import io.sojourn.eventlog.wire.Lifecycle;
import io.sojourn.eventlog.wire.NavigationType;
import io.sojourn.eventlog.wire.PageView;
import io.sojourn.eventlog.wire.PointerKind;
import io.sojourn.eventlog.wire.Response;
import io.sojourn.eventlog.wire.ScriptError;
import io.sojourn.eventlog.wire.Search;
import io.sojourn.eventlog.wire.SlowRequest;
import io.sojourn.eventlog.wire.SubmitAttempt;
import io.sojourn.eventlog.wire.SubmitResult;
import io.sojourn.eventlog.wire.Vital;
import io.sojourn.sessions.testing.VisitBuilder;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A visit in the words of journeys: what was pressed, sent, searched for, and how it answered. Time goes by as it is told. */
public final class ScriptedVisit {
    private final VisitBuilder visit;
    private int ids;
    private int engaged;

    private ScriptedVisit(VisitBuilder visit) {
        this.visit = visit;
    }

    public static ScriptedVisit aVisit(long number) {
        return new ScriptedVisit(VisitBuilder.aVisit(number).by(new Id128(number + 1, 77)));
    }

    public VisitBuilder builder() {
        return visit;
    }

    public ScriptedVisit startingAt(long epochMillis) {
        visit.startingAt(epochMillis);
        return this;
    }

    public ScriptedVisit onMobile() {
        visit.onMobile();
        return this;
    }

    /** Loads a page that shows quickly. */
    public ScriptedVisit on(String path) {
        return shows(path, 1_200);
    }

    /** @param lcpMs how long it takes to show; 0 it never does */
    public ScriptedVisit shows(String path, int lcpMs) {
        closeView();
        visit.on(path);
        vital(Vital.Name.TTFB, 120);
        if (lcpMs > 0) {
            vital(Vital.Name.FCP, lcpMs);
            vital(Vital.Name.LCP, lcpMs);
        }
        return this;
    }

    /** Opens a page that is not there. */
    public ScriptedVisit missing(String path) {
        return view(path, view -> view.setNotFound(true).setStatus(404));
    }

    /** Back in the history: taken from the cache. */
    public ScriptedVisit backTo(String path) {
        return view(path, view -> view.setNavigation(NavigationType.BFCACHE));
    }

    /** The page changes to another. */
    public ScriptedVisit view(String path) {
        return view(path, view -> view.setNavigation(NavigationType.SPA));
    }

    private ScriptedVisit view(String path, Consumer<PageView.Builder> change) {
        closeView();
        PageView.Builder view = PageView.newBuilder()
                .setUrl("https://shop.example" + path)
                .setViewportWidth(1280)
                .setViewportHeight(800)
                .setDocumentHeight(3000)
                .setVisible(true);
        change.accept(view);
        visit.analysis(Event.newBuilder().setPageView(view));
        return this;
    }

    private void closeView() {
        engaged = 0;
    }

    private void vital(Vital.Name name, float value) {
        add(event -> event.setVital(Vital.newBuilder().setName(name).setValue(value)));
    }

    /** So much time goes by, in which the visitor is busy with the page. */
    public ScriptedVisit busy(long ms) {
        visit.after(Duration.ofMillis(ms));
        engaged += (int) ms;
        return add(event -> event.setEngagement(
                Engagement.newBuilder().setEngagedMs(engaged).setVisibleMs(engaged)));
    }

    /** The same without a word of it yet. */
    public ScriptedVisit waits(long ms) {
        visit.after(Duration.ofMillis(ms));
        engaged += (int) ms;
        return this;
    }

    public ScriptedVisit add(Consumer<Event.Builder> change) {
        Event.Builder event = Event.newBuilder();
        change.accept(event);
        visit.analysis(event);
        return this;
    }

    public ScriptedVisit presses(String selector) {
        return presses(VisitBuilder.element(selector), click -> {});
    }

    public ScriptedVisit presses(Element element, Consumer<Click.Builder> change) {
        Click.Builder click = Click.newBuilder()
                .setId(++ids)
                .setElement(element)
                .setX(16_000)
                .setY(16_000)
                .setBox(Box.newBuilder().setX(100).setY(200).setWidth(160).setHeight(40))
                .setPointer(PointerKind.MOUSE)
                .setDetail(1)
                .setTrusted(true);
        change.accept(click);
        return add(event -> event.setClick(click));
    }

    /** What the last press led to; does not wait for it. */
    public ScriptedVisit answered(Response response, int afterMs) {
        return add(event -> event.setClickOutcome(
                ClickOutcome.newBuilder().setClick(ids).setResponse(response).setAfterMs(afterMs)));
    }

    public ScriptedVisit pending(Response response, int afterMs, int settledMs) {
        return add(event -> event.setClickOutcome(ClickOutcome.newBuilder()
                .setClick(ids)
                .setResponse(response)
                .setAfterMs(afterMs)
                .setPending(true)
                .setSettledMs(settledMs)));
    }

    /** Pressed, watched for seven seconds, and nothing happened. */
    public ScriptedVisit pressesInVain(String selector) {
        return presses(selector).waits(7_000).answered(Response.NO_RESPONSE, 7_000);
    }

    public ScriptedVisit pressesDisabled(String selector) {
        return add(
                event -> event.setDisabledPress(DisabledPress.newBuilder().setElement(VisitBuilder.element(selector))));
    }

    public ScriptedVisit hits(KeyPress.Key key, String selector) {
        return add(event -> event.setKeyPress(
                KeyPress.newBuilder().setId(++ids).setKey(key).setElement(VisitBuilder.element(selector))));
    }

    public ScriptedVisit scriptFails(ScriptError.Source source) {
        return add(event -> event.setScriptError(
                ScriptError.newBuilder().setMessage("x is not a function").setSource(source)));
    }

    /** A request of the last press. */
    public ScriptedVisit requestFails(int status) {
        return add(event -> event.setSlowRequest(SlowRequest.newBuilder()
                .setMethod("POST")
                .setPath("/api/x")
                .setStatus(status)
                .setDurationMs(300)
                .setFirstParty(true)
                .setClick(ids)));
    }

    public ScriptedVisit seesForm(String form, int fields) {
        return add(event -> event.setFormSeen(
                FormSeen.newBuilder().setForm(form).setFields(fields).setRequired(fields)));
    }

    /** Goes into a field, types and leaves it. */
    public ScriptedVisit fills(String form, String key, int busyMs) {
        add(event -> event.setFieldFocus(FieldFocus.newBuilder()
                .setField(io.sojourn.eventlog.wire.Field.newBuilder()
                        .setForm(form)
                        .setKey(key)
                        .setType("text"))));
        busy(busyMs);
        add(event -> event.setFieldInput(
                FieldInput.newBuilder().setForm(form).setKey(key).setEdits(8).setFirstAfterMs(busyMs / 3)));
        return add(event -> event.setFieldBlur(
                FieldBlur.newBuilder().setForm(form).setKey(key).setEngagedMs(busyMs)));
    }

    public ScriptedVisit sends(String form, String button) {
        return add(event -> event.setSubmitAttempt(SubmitAttempt.newBuilder()
                .setForm(form)
                .setElement(VisitBuilder.element(button))
                .setFields(6)
                .setFilled(6)
                .setId(++ids)));
    }

    public ScriptedVisit sent(String form, SubmitResult.Outcome outcome, List<String> cleared, int sensitive) {
        return add(event -> event.setSubmitResult(SubmitResult.newBuilder()
                .setForm(form)
                .setAttempt(ids)
                .setOutcome(outcome)
                .setReason(
                        outcome == SubmitResult.Outcome.FAILED
                                ? SubmitResult.Reason.VALIDATION
                                : SubmitResult.Reason.LEFT_FORM)
                .setFilledBefore(6)
                .addAllCleared(cleared)
                .setSensitiveCleared(sensitive)));
    }

    public ScriptedVisit complains(String form, String key) {
        return add(event -> event.setFieldError(FieldError.newBuilder()
                .setForm(form)
                .setKey(key)
                .setKind(FieldError.Kind.ARIA)
                .setAfterSubmit(true)));
    }

    public ScriptedVisit typesAgain(String form, String key, String earlierForm, String earlierKey, boolean confirm) {
        return add(event -> event.setDuplicateEntry(DuplicateEntry.newBuilder()
                .setForm(form)
                .setKey(key)
                .setEarlierForm(earlierForm)
                .setEarlierKey(earlierKey)
                .setConfirm(confirm)));
    }

    public ScriptedVisit searches(String query, int results) {
        return add(event -> event.setSearch(Search.newBuilder().setQuery(query).setResults(results)));
    }

    public ScriptedVisit reaches(String goal) {
        visit.reaches(goal);
        return this;
    }

    public ScriptedVisit hides() {
        return add(event -> event.setLifecycle(Lifecycle.newBuilder().setState(Lifecycle.State.HIDDEN)));
    }

    public ScriptedVisit leaves() {
        visit.leaves();
        return this;
    }
}
