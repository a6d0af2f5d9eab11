package io.sojourn.server.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint says.
 *
 * @param headers beyond the content type
 * @param body null for none
 */
record Answer(
        int status,
        String contentType,
        Map<String, String> headers,
        @Nullable Body body) {
    /** Writes itself; called once, on a thread that may block. */
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    static Answer json(Object value) {
        return json(200, value);
    }

    static Answer json(int status, Object value) {
        byte[] bytes = Json.write(value);
        return new Answer(status, "application/json", Map.of(), out -> out.write(bytes));
    }

    static Answer bytes(String contentType, byte[] bytes) {
        return new Answer(200, contentType, Map.of(), out -> out.write(bytes));
    }

    static Answer stream(String contentType, Body body) {
        return new Answer(200, contentType, Map.of(), body);
    }

    static Answer empty() {
        return new Answer(204, "", Map.of(), null);
    }

    Answer with(String header, String value) {
        return new Answer(status, contentType, Map.of(header, value), body);
    }
}
