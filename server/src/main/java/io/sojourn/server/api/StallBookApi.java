package io.sojourn.server.api;

import io.sojourn.sites.Sites;
import io.sojourn.sites.proof.StallBook;
import io.sojourn.sites.proof.StallState;
import io.sojourn.sites.proof.StallStep;
import io.sojourn.sites.proof.Votes;
import io.undertow.server.RoutingHandler;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people say of stalls and of single signals. */
final class StallBookApi {
    private final Sites sites;
    private final StallBook book;
    private final Votes votes;

    StallBookApi(Sites sites, StallBook book, Votes votes) {
        this.sites = sites;
        this.book = book;
        this.votes = votes;
    }

    void addTo(RoutingHandler routes, Gate gate) {
        routes.get("/api/sites/{id}/stall-states", new EndpointHandler(gate.guarded(this::standing)));
        routes.get("/api/sites/{id}/stalls/{stall}/history", new EndpointHandler(gate.guarded(this::history)));
        routes.post(
                "/api/sites/{id}/stalls/{stall}/state",
                new EndpointHandler(gate.guarded(request -> say(request, gate.who(request)))));
        routes.post(
                "/api/sites/{id}/votes",
                new EndpointHandler(gate.guarded(request -> vote(request, gate.who(request)))));
    }

    /** How each stall stands of which anything was said, by its id. */
    private Answer standing(Request request) throws Problem {
        Map<String, View> standing = new LinkedHashMap<>();
        book.standing(request.site(sites).id()).forEach((stall, step) -> standing.put(stall, View.of(step)));
        return Answer.json(standing);
    }

    private Answer history(Request request) throws Problem {
        return Answer.json(new Page<>(
                book.history(request.site(sites).id(), request.path("stall")).stream()
                        .map(View::of)
                        .toList(),
                null));
    }

    record Wish(
            @Nullable String state,
            @Nullable String assignee,
            @Nullable String release,
            @Nullable Long mutedUntil,
            @Nullable String note) {}

    private Answer say(Request request, String who) throws Exception {
        int site = request.site(sites).id();
        Wish wish = request.body(Wish.class);
        StallState state = StallState.ofKey(wish.state() == null ? "" : wish.state());
        if (state == StallState.VERIFIED) {
            throw new Problem(400, "Only the figures can verify a fix. Say \"fixed\" and name the release.");
        }
        StallBook.Word word =
                new StallBook.Word(state, wish.assignee(), wish.release(), wish.mutedUntil(), wish.note());
        return Answer.json(View.of(book.say(site, request.path("stall"), word, who)));
    }

    record Ballot(
            @Nullable String kind,
            @Nullable String sessionId,
            @Nullable Long at,
            @Nullable Boolean friction) {}

    private Answer vote(Request request, String who) throws Exception {
        int site = request.site(sites).id();
        Ballot ballot = request.body(Ballot.class);
        if (ballot.kind() == null || ballot.sessionId() == null || ballot.at() == null || ballot.friction() == null) {
            throw new Problem(400, "A vote has kind, sessionId, at and friction.");
        }
        votes.cast(site, new Votes.Ballot(ballot.kind(), ballot.sessionId(), ballot.at()), ballot.friction(), who);
        return Answer.empty();
    }

    record View(
            String state,
            @Nullable String assignee,
            @Nullable String release,
            @Nullable Long mutedUntil,
            @Nullable String note,
            String by,
            long at) {
        static View of(StallStep step) {
            return new View(
                    step.state().key(),
                    step.assignee(),
                    step.release(),
                    step.mutedUntil(),
                    step.note(),
                    step.by(),
                    step.at());
        }
    }
}
