package io.sojourn.sessions.derive;

import static io.sojourn.sessions.derive.FactTable.Type.BIGINT;
import static io.sojourn.sessions.derive.FactTable.Type.BOOLEAN;
import static io.sojourn.sessions.derive.FactTable.Type.INTEGER;
import static io.sojourn.sessions.derive.FactTable.Type.VARCHAR;
import static io.sojourn.sessions.derive.FactTable.column;

import io.sojourn.eventlog.wire.Element;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.Lifecycle;
import io.sojourn.sessions.Client;
import io.sojourn.sessions.PageVisit;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.TimedEvent;
import java.util.List;

/**
 * What every report builds on: the visit, its page views and what was done in them. Pages that were never looked at
 * (opened in a background tab, prerendered) are kept but are neither entry nor exit and do not count as page views
 * (SIGNALS 3.4). Clicks of scripts are not clicks.
 */
public final class VisitDerivation implements Derivation {
    /**
     * Times in epoch ms; {@code ended} is false while more is expected. {@code has_recording} is what the page said; whether
     * some of it arrived and is still kept, the list of sessions knows.
     */
    public static final FactTable VISIT = new FactTable(
            "visit",
            List.of(
                    column("visitor", VARCHAR),
                    column("started_at", BIGINT),
                    column("ended_at", BIGINT),
                    column("ended", BOOLEAN),
                    column("engaged_ms", BIGINT),
                    column("page_views", INTEGER),
                    column("clicks", INTEGER),
                    column("entry_page", BIGINT),
                    column("exit_page", BIGINT),
                    column("device", VARCHAR),
                    column("browser", VARCHAR),
                    column("os", VARCHAR),
                    column("language", VARCHAR),
                    column("country", VARCHAR),
                    column("automated", BOOLEAN),
                    column("has_recording", BOOLEAN),
                    column("gaps", INTEGER)));

    /** {@code number} counts the page views of a visit from 0; {@code document} is the wire's document_id. */
    public static final FactTable PAGE_VIEW = new FactTable(
            "page_view",
            List.of(
                    column("document", BIGINT),
                    column("number", INTEGER),
                    column("page", BIGINT),
                    column("url", VARCHAR),
                    column("title", VARCHAR),
                    column("started_at", BIGINT),
                    column("ended_at", BIGINT),
                    column("engaged_ms", BIGINT),
                    column("visible_ms", BIGINT),
                    column("device", VARCHAR),
                    column("clicks", INTEGER),
                    column("seen", BOOLEAN),
                    column("recorded", BOOLEAN)));

    /** {@code kind}: click, input, submit, goal or track; {@code name} is the goal's, the field's or the form's. */
    public static final FactTable EVENT = new FactTable(
            "event",
            List.of(
                    column("document", BIGINT),
                    column("page", BIGINT),
                    column("element", BIGINT),
                    column("kind", VARCHAR),
                    column("name", VARCHAR),
                    column("happened_at", BIGINT)));

    @Override
    public List<FactTable> tables() {
        return List.of(VISIT, PAGE_VIEW, EVENT);
    }

    @Override
    public void derive(Session session, Rules rules, FactSink facts) {
        List<PageVisit> views = session.pageVisits();
        for (int number = 0; number < views.size(); number++) {
            addPageView(views.get(number), number, facts);
        }
        addVisit(session, views, facts);
    }

    private static void addVisit(Session session, List<PageVisit> all, FactSink facts) {
        List<PageVisit> seen = all.stream().filter(VisitDerivation::seen).toList();
        List<PageVisit> views = seen.isEmpty() ? all : seen;
        Client client = session.client();
        facts.add(
                VISIT,
                session.visitor() == null ? null : session.visitor().toString(),
                session.startedAt(),
                session.endedAt(),
                session.ended(),
                views.stream().mapToLong(PageVisit::engagedMs).sum(),
                views.size(),
                all.stream().mapToInt(VisitDerivation::clicks).sum(),
                views.isEmpty() ? null : facts.page(views.get(0).path()),
                views.isEmpty() ? null : facts.page(views.get(views.size() - 1).path()),
                client.device().key(),
                client.browser(),
                client.os(),
                client.language(),
                client.country(),
                client.automated(),
                all.stream().anyMatch(view -> view.view().getRecorded()),
                session.documents().stream()
                        .mapToInt(document -> document.gaps().size())
                        .sum());
    }

    private static void addPageView(PageVisit view, int number, FactSink facts) {
        long page = facts.page(view.path());
        facts.add(
                PAGE_VIEW,
                view.document(),
                number,
                page,
                view.view().getUrl(),
                view.view().getTitle(),
                view.startedAt(),
                view.endedAt(),
                view.engagedMs(),
                view.visibleMs(),
                view.device().key(),
                clicks(view),
                seen(view),
                view.view().getRecorded());
        for (TimedEvent event : view.events()) {
            addEvent(view, page, event, facts);
        }
    }

    private static boolean seen(PageVisit view) {
        return view.view().getVisible()
                || view.visibleMs() > 0
                || view.events().stream()
                        .anyMatch(timed -> timed.event().getLifecycle().getState() == Lifecycle.State.VISIBLE);
    }

    private static int clicks(PageVisit view) {
        return (int) view.events().stream().filter(VisitDerivation::clicked).count();
    }

    private static boolean clicked(TimedEvent timed) {
        return timed.event().hasClick() && timed.event().getClick().getTrusted();
    }

    private static void addEvent(PageVisit view, long page, TimedEvent timed, FactSink facts) {
        Event event = timed.event();
        if (clicked(timed)) {
            Element element = event.getClick().getElement();
            facts.add(EVENT, view.document(), page, facts.element(page, element), "click", null, timed.at());
        } else if (event.hasFieldInput()) {
            String name = event.getFieldInput().getKey();
            facts.add(EVENT, view.document(), page, null, "input", name, timed.at());
        } else if (event.hasSubmitAttempt()) {
            Long pressed = event.getSubmitAttempt().hasElement()
                    ? Long.valueOf(facts.element(page, event.getSubmitAttempt().getElement()))
                    : null;
            facts.add(
                    EVENT,
                    view.document(),
                    page,
                    pressed,
                    "submit",
                    event.getSubmitAttempt().getForm(),
                    timed.at());
        } else if (event.hasNamed()) {
            String kind = event.getNamed().getGoal() ? "goal" : "track";
            facts.add(EVENT, view.document(), page, null, kind, event.getNamed().getName(), timed.at());
        }
    }
}
