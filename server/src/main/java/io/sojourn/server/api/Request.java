package io.sojourn.server.api;

import io.sojourn.eventlog.Id128;
import io.sojourn.sites.Site;
import io.sojourn.sites.Sites;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.PathTemplateMatch;
import java.io.IOException;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is asked. */
record Request(HttpServerExchange exchange) {
    private static final int MAX_BODY = 1 << 20;

    /** A part of the path that the route names. */
    String path(String name) {
        PathTemplateMatch match = exchange.getAttachment(PathTemplateMatch.ATTACHMENT_KEY);
        return match.getParameters().getOrDefault(name, "");
    }

    @Nullable
    String query(String name) {
        Deque<String> values = exchange.getQueryParameters().get(name);
        return values == null ? null : values.peekFirst();
    }

    /** All query parameters, those of the path not among them. */
    Map<String, List<String>> query() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        PathTemplateMatch match = exchange.getAttachment(PathTemplateMatch.ATTACHMENT_KEY);
        exchange.getQueryParameters().forEach((name, values) -> {
            if (match == null || !match.getParameters().containsKey(name)) {
                all.put(name, List.copyOf(values));
            }
        });
        return all;
    }

    /** @throws Problem with status 400 */
    long number(String name, long otherwise) throws Problem {
        String text = query(name);
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new Problem(400, name + " is a whole number, not \"" + text + "\".");
        }
    }

    <T> T body(Class<T> type) throws IOException, Problem {
        byte[] bytes = exchange.getInputStream().readNBytes(MAX_BODY + 1);
        if (bytes.length > MAX_BODY) {
            throw new Problem(413, "The body is over 1 MB.");
        }
        return Json.read(bytes, type);
    }

    /** The site named {@code id} in the path. @throws Problem 404 */
    Site site(Sites sites) throws Problem {
        try {
            Site site = sites.byId(Integer.parseInt(path("id"), 16));
            if (site != null) {
                return site;
            }
        } catch (NumberFormatException notANumber) {
            // answered below
        }
        throw Problem.notFound("site");
    }

    /** The session named {@code sid} in the path. @throws Problem 404 */
    Id128 session() throws Problem {
        return id("sid", "session");
    }

    /** The visitor named {@code vid} in the path. @throws Problem 404 */
    Id128 visitor() throws Problem {
        return id("vid", "visitor");
    }

    private Id128 id(String name, String what) throws Problem {
        try {
            return Id128.parse(path(name));
        } catch (IllegalArgumentException notAnId) {
            throw Problem.notFound(what);
        }
    }
}
