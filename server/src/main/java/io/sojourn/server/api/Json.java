package io.sojourn.server.api;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON in and out of records. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Json() {}

    static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** What this server itself wrote. */
    static JsonNode read(String ours) {
        return MAPPER.readTree(ours);
    }

    /** @throws Problem with status 400 */
    static <T> T read(byte[] body, Class<T> type) throws Problem {
        try {
            T value = MAPPER.readValue(body, type);
            if (value == null) {
                throw new Problem(400, "The body is empty; send a JSON object.");
            }
            return value;
        } catch (JacksonException wrong) {
            throw new Problem(400, "The body is not the JSON expected here: " + wrong.getOriginalMessage());
        }
    }
}
