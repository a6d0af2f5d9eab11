package io.sojourn.sites.store;

import io.sojourn.sites.rules.Goal;
import io.sojourn.sites.rules.PageRule;
import io.sojourn.sites.rules.PathPattern;
import io.sojourn.sites.rules.SiteRules;
import io.sojourn.sites.rules.Step;
import io.sojourn.sites.rules.Thresholds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rules as the JSON document they are kept in. What an older version wrote can be read; what is missing is empty. */
final class RulesJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private RulesJson() {}

    static String write(SiteRules rules) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode thresholds = body.putObject("thresholds");
        rules.thresholds().overrides().forEach(thresholds::set);
        ArrayNode pages = body.putArray("pages");
        for (PageRule rule : rules.pages()) {
            pages.addObject().put("pattern", rule.pattern().toString()).put("name", rule.name());
        }
        ArrayNode goals = body.putArray("goals");
        for (Goal goal : rules.goals()) {
            ArrayNode steps = goals.addObject()
                    .put("id", goal.id())
                    .put("name", goal.name())
                    .putArray("anyOf");
            goal.anyOf()
                    .forEach(step ->
                            steps.addObject().put("kind", step.kind().key()).put("value", step.value()));
        }
        ArrayNode hosts = body.putArray("internalHosts");
        rules.internalHosts().forEach(hosts::add);
        return JSON.writeValueAsString(body);
    }

    static SiteRules read(int version, String json) {
        JsonNode body = JSON.readTree(json);
        Map<String, JsonNode> thresholds = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : body.path("thresholds").properties()) {
            // A threshold that this version does not have any more says nothing.
            if (Thresholds.defaultValues().containsKey(entry.getKey())) {
                thresholds.put(entry.getKey(), entry.getValue());
            }
        }
        return new SiteRules(
                version,
                Thresholds.of(thresholds),
                each(
                        body.path("pages"),
                        page -> new PageRule(new PathPattern(text(page, "pattern")), text(page, "name"))),
                each(body.path("goals"), goal -> new Goal(text(goal, "id"), text(goal, "name"), steps(goal))),
                each(body.path("internalHosts"), JsonNode::stringValue));
    }

    private static List<Step> steps(JsonNode goal) {
        return each(goal.path("anyOf"), step -> new Step(Step.Kind.ofKey(text(step, "kind")), text(step, "value")));
    }

    private static String text(JsonNode object, String field) {
        return object.path(field).asString("");
    }

    private static <T> List<T> each(JsonNode list, Function<JsonNode, T> read) {
        List<T> items = new ArrayList<>();
        list.forEach(item -> items.add(read.apply(item)));
        return items;
    }
}
