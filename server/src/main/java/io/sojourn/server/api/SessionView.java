package io.sojourn.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sojourn.sessions.store.SessionItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session as the API shows it. @param pages only where one session is asked for */
record SessionView(
        String id,
        @Nullable String visitorId,
        long startedAt,
        long endedAt,
        boolean live,
        long durationMs,
        long engagedMs,
        int pageViews,
        int clicks,
        String entryPage,
        String exitPage,
        String device,
        String browser,
        String os,
        @Nullable String country,
        String language,
        boolean hasRecording,
        int gaps,
        int stalls,
        boolean automated,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<SessionsApi.PageViewView> pages) {

    static SessionView of(SessionItem item) {
        return new SessionView(
                item.id().toString(),
                item.visitor() == null ? null : item.visitor().toString(),
                item.startedAt(),
                item.endedAt(),
                item.live(),
                item.durationMs(),
                item.engagedMs(),
                item.pageViews(),
                item.clicks(),
                item.entryPage(),
                item.exitPage(),
                item.device().key(),
                item.browser(),
                item.os(),
                item.country().isEmpty() ? null : item.country(),
                item.language(),
                item.hasRecording(),
                item.gaps(),
                item.stalls(),
                item.automated(),
                null);
    }

    /** For who was only shown a link. */
    SessionView withoutVisitor() {
        return new SessionView(
                id,
                null,
                startedAt,
                endedAt,
                live,
                durationMs,
                engagedMs,
                pageViews,
                clicks,
                entryPage,
                exitPage,
                device,
                browser,
                os,
                country,
                language,
                hasRecording,
                gaps,
                stalls,
                automated,
                pages);
    }

    SessionView with(List<SessionsApi.PageViewView> views) {
        return new SessionView(
                id,
                visitorId,
                startedAt,
                endedAt,
                live,
                durationMs,
                engagedMs,
                pageViews,
                clicks,
                entryPage,
                exitPage,
                device,
                browser,
                os,
                country,
                language,
                hasRecording,
                gaps,
                stalls,
                automated,
                views);
    }
}
