package io.sojourn.collector;

import io.sojourn.sites.agent.AgentSettings;
import java.util.List;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an owner decided, as the agent reads it (settings.ts). What is as usual is left out, so that most scripts stay small. */
final class DecidedJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private DecidedJson() {}

    /** The members of a JSON object, each behind a comma. */
    static String of(AgentSettings decided) {
        AgentSettings usual = AgentSettings.DEFAULT;
        ObjectNode body = JSON.createObjectNode().put("record", decided.record());
        if (decided.off()) {
            body.put("off", true);
        }
        if (decided.statsOnly()) {
            body.put("statsOnly", true);
        }
        if (decided.share() != usual.share()) {
            body.put("share", decided.share());
        }
        if (decided.masking() != usual.masking()) {
            body.put("masking", decided.masking().key());
        }
        if (!decided.requests()) {
            body.put("requests", false);
        }
        put(body, "mask", decided.mask().each());
        put(body, "block", decided.block().each());
        put(body, "ignore", decided.ignore().each());
        put(body, "allow", decided.allow().each());
        put(body, "query", decided.query());
        String object = JSON.writeValueAsString(body);
        return "," + object.substring(1, object.length() - 1);
    }

    private static void put(ObjectNode body, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            texts.forEach(body.putArray(name)::add);
        }
    }
}
