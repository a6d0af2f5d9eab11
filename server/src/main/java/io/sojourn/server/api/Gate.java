package io.sojourn.server.api;

import io.undertow.util.Headers;
import io.undertow.util.Methods;

/** Lets through who is logged in, and only requests that a page of another site cannot make. */
final class Gate {
    private final Login login;

    Gate(Login login) {
        this.login = login;
    }

    /** For who is logged in. */
    Endpoint guarded(Endpoint endpoint) {
        return open(request -> {
            if (login.who(request.exchange()) == null) {
                throw new Problem(401, "Log in first, or send the admin token.");
            }
            return endpoint.answer(request);
        });
    }

    /** Who asks, once {@link #guarded} let them through: an account's address, or the token's name. */
    String who(Request request) {
        String who = login.who(request.exchange());
        return who == null ? "nobody" : who;
    }

    /** For who is logged in, with their name. */
    Endpoint named(NamedEndpoint endpoint) {
        return open(request -> {
            String who = login.who(request.exchange());
            if (who == null) {
                throw new Problem(401, "Log in first, or send the admin token.");
            }
            return endpoint.answer(request, who);
        });
    }

    /** An endpoint that wants to know who asks. */
    interface NamedEndpoint {
        Answer answer(Request request, String who) throws Exception;
    }

    /** For everybody. A change still has to come as JSON: a form or image of another site cannot send that. */
    Endpoint open(Endpoint endpoint) {
        return request -> {
            boolean reads = request.exchange().getRequestMethod().equals(Methods.GET)
                    || request.exchange().getRequestMethod().equals(Methods.HEAD);
            String type = request.exchange().getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
            if (!reads && (type == null || !type.startsWith("application/json"))) {
                throw new Problem(415, "Send Content-Type: application/json.");
            }
            return endpoint.answer(request);
        };
    }
}
