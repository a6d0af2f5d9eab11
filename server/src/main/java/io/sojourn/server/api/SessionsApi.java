package io.sojourn.server.api;

import io.sojourn.sessions.filter.FilterParser;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.store.PageList;
import io.sojourn.sessions.store.PageViewList;
import io.sojourn.sessions.store.SessionCounts;
import io.sojourn.sessions.store.SessionItem;
import io.sojourn.sessions.store.SessionList;
import io.sojourn.sessions.store.SessionSort;
import io.sojourn.sites.Site;
import io.sojourn.sites.Sites;
import io.undertow.server.RoutingHandler;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists of sessions and of pages. */
final class SessionsApi {
    private static final int DEFAULT_LIMIT = 50;

    private final Sites sites;
    private final SessionList sessions;
    private final SessionCounts counts;
    private final PageViewList pageViews;
    private final PageList pages;
    private final InstantSource clock;

    SessionsApi(
            Sites sites,
            SessionList sessions,
            SessionCounts counts,
            PageViewList pageViews,
            PageList pages,
            InstantSource clock) {
        this.sites = sites;
        this.sessions = sessions;
        this.counts = counts;
        this.pageViews = pageViews;
        this.pages = pages;
        this.clock = clock;
    }

    void addTo(RoutingHandler routes, Gate gate) {
        routes.get("/api/sites/{id}/sessions", new EndpointHandler(gate.guarded(this::list)));
        routes.get("/api/sites/{id}/sessions/{sid}", new EndpointHandler(gate.guarded(this::one)));
        routes.get("/api/sites/{id}/session-counts", new EndpointHandler(gate.guarded(this::counts)));
        routes.get("/api/sites/{id}/pages", new EndpointHandler(gate.guarded(this::pages)));
    }

    private Answer list(Request request) throws Problem {
        Site site = request.site(sites);
        long now = clock.millis();
        SessionFilter filter = FilterParser.parse(site.id(), request.query(), now);
        SessionList.Page page = sessions.list(
                filter,
                sort(request.query("sort")),
                request.query("cursor"),
                (int) request.number("limit", DEFAULT_LIMIT),
                now);
        return Answer.json(new Page<>(page.items().stream().map(SessionView::of).toList(), page.next()));
    }

    /** How many sessions pass, and how they divide by what else could be asked. */
    private Answer counts(Request request) throws Problem {
        Site site = request.site(sites);
        return Answer.json(counts.of(FilterParser.parse(site.id(), request.query(), clock.millis())));
    }

    private static SessionSort sort(@Nullable String wish) {
        return wish == null || wish.isEmpty() ? SessionSort.NEWEST_FIRST : SessionSort.parse(wish);
    }

    private Answer one(Request request) throws Problem {
        Site site = request.site(sites);
        SessionItem item = sessions.find(site.id(), request.session(), clock.millis())
                .orElseThrow(() -> Problem.notFound("session"));
        List<PageViewView> views = pageViews.of(site.id(), item.id()).stream()
                .map(PageViewView::of)
                .toList();
        return Answer.json(SessionView.of(item).with(views));
    }

    private Answer pages(Request request) throws Problem {
        Site site = request.site(sites);
        SessionFilter filter = FilterParser.parse(site.id(), request.query(), clock.millis());
        return Answer.json(
                new Page<>(pages.list(filter).stream().map(PageItemView::of).toList(), null));
    }

    record PageViewView(
            String page,
            String url,
            String title,
            long startedAt,
            long endedAt,
            long engagedMs,
            String device,
            int clicks,
            String document) {
        static PageViewView of(PageViewList.PageViewItem item) {
            return new PageViewView(
                    item.page(),
                    item.url(),
                    item.title(),
                    item.startedAt(),
                    item.endedAt(),
                    item.engagedMs(),
                    item.device().key(),
                    item.clicks(),
                    Hex.of(item.document()));
        }
    }

    record PageItemView(String page, @Nullable String title, long views, long clicks, Map<String, Long> devices) {
        static PageItemView of(PageList.PageItem item) {
            Map<String, Long> devices = item.viewsByDevice().entrySet().stream()
                    .collect(Collectors.toMap(device -> device.getKey().key(), Map.Entry::getValue));
            return new PageItemView(item.page(), item.title(), item.views(), item.clicks(), devices);
        }
    }
}
