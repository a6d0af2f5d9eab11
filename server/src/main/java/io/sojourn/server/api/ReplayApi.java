package io.sojourn.server.api;

import io.sojourn.eventlog.Id128;
import io.sojourn.replay.Contents;
import io.sojourn.replay.Playback;
import io.sojourn.replay.Playbacks;
import io.sojourn.sessions.store.SessionItem;
import io.sojourn.sessions.store.SessionList;
import io.sojourn.sessions.store.SessionSignals;
import io.sojourn.sites.Site;
import io.sojourn.sites.Sites;
import io.sojourn.sites.share.Views;
import io.undertow.server.RoutingHandler;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recorded sessions, for the player, for scripts and for rrweb. */
final class ReplayApi {
    /** Nothing runs and nothing is fetched but our own copies, whatever stands in the recording. */
    private static final String PAGE_POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:%1$s; font-src data:%1$s; form-action 'none'";

    /** What an ended visit shows does not change; an erased one is not to be found in the browser for long. */
    private static final String KEPT_A_WHILE = "private, max-age=300";

    private final Sites sites;
    private final SessionList sessions;
    private final SessionSignals signals;
    private final Playbacks playbacks;
    private final Views views;
    private final InstantSource clock;

    ReplayApi(
            Sites sites,
            SessionList sessions,
            SessionSignals signals,
            Playbacks playbacks,
            Views views,
            InstantSource clock) {
        this.sites = sites;
        this.sessions = sessions;
        this.signals = signals;
        this.playbacks = playbacks;
        this.views = views;
        this.clock = clock;
    }

    void addTo(RoutingHandler routes, Gate gate) {
        String session = "/api/sites/{id}/sessions/{sid}";
        routes.get(session + "/recording", new EndpointHandler(gate.named(this::contents)));
        routes.get(session + "/recording/{document}", new EndpointHandler(gate.guarded(this::events)));
        routes.get(session + "/rrweb", new EndpointHandler(gate.named(this::rrweb)));
        routes.get(session + "/page", new EndpointHandler(gate.named(this::page)));
        routes.get(session + "/views", new EndpointHandler(gate.guarded(this::views)));
    }

    record Recording(
            SessionView session,
            long durationMs,
            boolean live,
            List<Contents.RecordedDocument> documents,
            List<Contents.OnScreen> screen,
            List<Contents.Mark> marks,
            List<Contents.Idle> idle,
            List<Contents.Missing> gaps) {}

    private Answer contents(Request request, String who) throws Problem {
        Site site = request.site(sites);
        Answer answer = contents(site.id(), request.session(), true);
        views.looked(site.id(), request.session().toString(), who, "player");
        return answer;
    }

    /** @param withVisitor whether the item says who it was */
    Answer contents(int site, Id128 session, boolean withVisitor) throws Problem {
        SessionItem item = sessions.find(site, session, clock.millis()).orElseThrow(() -> Problem.notFound("session"));
        Playback playback = playback(site, session);
        Contents found = playback.contents();
        SessionView view = SessionView.of(item);
        return Answer.json(new Recording(
                withVisitor ? view : view.withoutVisitor(),
                found.durationMs(),
                item.live(),
                found.documents(),
                found.screen(),
                marks(found, site, session, playback),
                found.idle(),
                found.gaps()));
    }

    /** What was done, and where friction was found; in order. */
    private List<Contents.Mark> marks(Contents contents, int site, Id128 session, Playback playback) {
        List<Contents.Mark> marks = new ArrayList<>(contents.marks());
        for (SessionSignals.SessionSignal signal : signals.of(site, session)) {
            long at = Math.max(0, signal.happenedAt() - playback.startedAt());
            String page = signal.page().isEmpty() ? null : signal.page();
            String document = contents.documentAt(at);
            marks.add(new Contents.Mark(
                    at, "signal", signal.element(), page, document, false, signal.kind(), signal.lostMs()));
        }
        marks.sort(Comparator.comparingLong(Contents.Mark::atMs));
        return marks;
    }

    private Answer events(Request request) throws Problem {
        return events(request.site(sites).id(), request.session(), request);
    }

    /** A stretch of one document, as the query says. */
    Answer events(int site, Id128 session, Request request) throws Problem {
        long document = Hex.parse(request.path("document"), "document in this recording");
        long until = moment(request.query("until"), Playback.END);
        Playback playback = playback(site, session);
        byte[] events = (request.query("after") == null
                        ? playback.eventsFrom(document, moment(request.query("at"), 0), until)
                        : playback.eventsAfter(document, moment(request.query("after"), 0), until))
                .orElseThrow(() -> Problem.notFound("document in this recording"));
        Answer answer = Answer.bytes("application/x-protobuf", events);
        return playback.contents().live() ? answer : answer.with("Cache-Control", KEPT_A_WHILE);
    }

    private Answer rrweb(Request request, String who) throws Problem {
        Playback playback = playback(request);
        long from = moment(request.query("from"), 0);
        long to = moment(request.query("to"), Playback.END);
        views.looked(request.site(sites).id(), request.session().toString(), who, "rrweb");
        return Answer.stream("application/json", out -> playback.writeRrweb(from, to, out));
    }

    private Answer page(Request request, String who) throws Problem {
        String html = playback(request)
                .htmlAt(moment(request.query("at"), 0))
                .orElseThrow(() -> new Problem(404, "This session has no recording."));
        views.looked(request.site(sites).id(), request.session().toString(), who, "page");
        return Answer.bytes("text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8))
                .with("Content-Security-Policy", PAGE_POLICY.formatted(AssetOrigin.sources(request.exchange())));
    }

    private Answer views(Request request) throws Problem {
        List<Views.View> seen =
                views.of(request.site(sites).id(), request.session().toString());
        return Answer.json(new Page<>(seen, null));
    }

    private Playback playback(Request request) throws Problem {
        return playback(request.site(sites).id(), request.session());
    }

    private Playback playback(int site, Id128 session) throws Problem {
        return playbacks.find(site, session).orElseThrow(() -> Problem.notFound("session"));
    }

    /** Milliseconds since the session's start, or {@code end}. */
    private static long moment(@Nullable String text, long otherwise) throws Problem {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        if (text.equals("end")) {
            return Playback.END;
        }
        try {
            return Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException notANumber) {
            throw new Problem(400, "A moment is a number of milliseconds since the session's start, or \"end\".");
        }
    }
}
