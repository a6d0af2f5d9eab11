package io.sojourn.sessions.derive;

import io.sojourn.eventlog.wire.PageView;
import io.sojourn.sessions.Client;
import io.sojourn.sessions.PageVisit;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.TimedEvent;
import io.sojourn.sessions.VisitorClass;
import io.sojourn.sessions.pages.PageTemplates;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The row of {@link VisitFacts#VISIT} of one session. */
final class VisitRow {
    private final Session session;
    private final List<PageVisit> all;
    /** Those that were looked at; all when none was, so that a visit in a background tab still says where it was. */
    private final List<PageVisit> views;

    private final Rules rules;

    VisitRow(Session session, List<PageVisit> all, Rules rules) {
        this.session = session;
        this.all = all;
        this.rules = rules;
        List<PageVisit> seen = all.stream().filter(VisitDerivation::seen).toList();
        views = seen.isEmpty() ? all : seen;
    }

    void addTo(FactSink facts, int goals, int loops) {
        FactRow row = new FactRow(VisitFacts.VISIT)
                .put(
                        "visitor",
                        session.visitor() == null ? null : session.visitor().toString())
                .put("user_key", userKey())
                .put("started_at", session.startedAt())
                .put("ended_at", session.endedAt())
                .put("ended", session.ended())
                .put(
                        "entry_page",
                        views.isEmpty() ? null : facts.page(views.get(0).path()))
                .put(
                        "exit_page",
                        views.isEmpty()
                                ? null
                                : facts.page(views.get(views.size() - 1).path()))
                .put("has_recording", all.stream().anyMatch(view -> view.view().getRecorded()))
                .put(
                        "gaps",
                        session.documents().stream()
                                .mapToInt(document -> document.gaps().size())
                                .sum())
                .put("goals", goals)
                .put("loops", loops);
        client(row);
        times(row, goals);
        source(row);
        counts(row);
        row.addTo(facts);
    }

    private void client(FactRow row) {
        Client client = session.client();
        VisitorClass visitor = VisitorClasses.of(session, all, rules);
        row.put("device", client.device().key())
                .put("browser", client.browser())
                .put("os", client.os())
                .put("language", client.language())
                .put("country", client.country())
                .put("class", visitor.key())
                .put("automated", client.automated() || visitor == VisitorClass.AUTOMATION);
    }

    private void times(FactRow row, int goals) {
        long engagedMs = views.stream().mapToLong(PageVisit::engagedMs).sum();
        long enough = rules.thresholds().whole("time.engaged_session_s") * 1000;
        boolean more = views.size() >= 2 || goals > 0;
        boolean engaged = engagedMs >= enough || more;
        row.put("engaged_ms", engagedMs)
                .put(
                        "visible_ms",
                        views.stream().mapToLong(PageVisit::visibleMs).sum())
                .put(
                        "wall_ms",
                        views.stream()
                                .mapToLong(view -> view.endedAt() - view.startedAt())
                                .sum())
                .put("engaged", engaged)
                .put("bounce", !engaged)
                .put("bounce_ga4", !(session.endedAt() - session.startedAt() >= enough || more));
    }

    private void counts(FactRow row) {
        row.put("page_views", views.size())
                .put(
                        "unseen_views",
                        all.size()
                                - (int) all.stream()
                                        .filter(VisitDerivation::seen)
                                        .count())
                .put("single_page", views.size() == 1)
                .put("depth", (int) views.stream()
                        .map(view -> PageTemplates.of(view.path()))
                        .distinct()
                        .count())
                .put("tabs", (int) views.stream().map(PageVisit::tab).distinct().count())
                .put("clicks", sum(VisitDerivation::clicks))
                .put("errors", sum(VisitDerivation::errors))
                .put("searches", sum(view -> (int) view.events().stream()
                        .filter(timed -> timed.event().hasSearch())
                        .count()))
                .put("orders", sum(view -> (int) view.events().stream()
                        .filter(timed -> timed.event().hasOrder())
                        .count()))
                .put("order_value", orderValue());
    }

    private int sum(ToIntFunction<PageVisit> count) {
        return all.stream().mapToInt(count).sum();
    }

    private double orderValue() {
        return all.stream()
                .flatMap(view -> view.events().stream())
                .filter(timed -> timed.event().hasOrder())
                .mapToDouble(timed -> timed.event().getOrder().getValue())
                .filter(Double::isFinite)
                .sum();
    }

    private void source(FactRow row) {
        PageView first =
                views.isEmpty() ? PageView.getDefaultInstance() : views.get(0).view();
        TrafficSource source = TrafficSource.of(first);
        row.put("referrer_class", source.referrerClass())
                .put("channel", source.channel())
                .put("source", source.source())
                .put("medium", source.medium())
                .put("campaign", source.campaign());
    }

    private @Nullable String userKey() {
        String key = null;
        for (PageVisit view : all) {
            for (TimedEvent timed : view.events()) {
                if (timed.event().hasIdentify()
                        && !timed.event().getIdentify().getUserKey().isEmpty()) {
                    key = timed.event().getIdentify().getUserKey();
                }
            }
        }
        return key;
    }
}
