package io.sojourn.sites.store;

import io.sojourn.sites.agent.AgentSettings;
import io.sojourn.sites.agent.Masking;
import io.sojourn.sites.agent.Selectors;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Settings as the JSON document they are kept in. What an older version wrote can be read; what is missing has its default. */
final class AgentSettingsJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private AgentSettingsJson() {}

    static String write(AgentSettings settings) {
        ObjectNode body = JSON.createObjectNode()
                .put("off", settings.off())
                .put("statsOnly", settings.statsOnly())
                .put("record", settings.record())
                .put("share", settings.share())
                .put("masking", settings.masking().key())
                .put("requests", settings.requests());
        put(body, "mask", settings.mask().each());
        put(body, "block", settings.block().each());
        put(body, "ignore", settings.ignore().each());
        put(body, "allow", settings.allow().each());
        put(body, "query", settings.query());
        return JSON.writeValueAsString(body);
    }

    static AgentSettings read(String json) {
        JsonNode body = JSON.readTree(json);
        AgentSettings otherwise = AgentSettings.DEFAULT;
        return new AgentSettings(
                body.path("off").asBoolean(otherwise.off()),
                body.path("statsOnly").asBoolean(otherwise.statsOnly()),
                body.path("record").asBoolean(otherwise.record()),
                body.path("share").asDouble(otherwise.share()),
                Masking.ofKey(body.path("masking").asString(otherwise.masking().key())),
                new Selectors(list(body, "mask")),
                new Selectors(list(body, "block")),
                new Selectors(list(body, "ignore")),
                new Selectors(list(body, "allow")),
                list(body, "query"),
                body.path("requests").asBoolean(otherwise.requests()));
    }

    private static void put(ObjectNode body, String name, List<String> texts) {
        texts.forEach(body.putArray(name)::add);
    }

    private static List<String> list(JsonNode body, String name) {
        List<String> texts = new ArrayList<>();
        body.path(name).forEach(text -> texts.add(text.stringValue()));
        return texts;
    }
}
