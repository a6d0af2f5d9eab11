package io.sojourn.replay.rrweb;

import io.sojourn.replay.css.CssRules;
import io.sojourn.replay.dom.Kind;
import io.sojourn.replay.dom.Node;
import io.sojourn.replay.dom.Op;
import io.sojourn.replay.dom.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** Writes changes of rules and constructed sheets. Remembers which constructed sheets the player has been told of. */
final class SheetJson {
    private final Page page;
    private final JsonGenerator json;
    private final EventJson events;
    private final Set<Integer> told = new HashSet<>();

    SheetJson(Page page, JsonGenerator json) {
        this.page = page;
        this.json = json;
        this.events = new EventJson(json);
    }

    /** Everything adopted in the page, for a player that has just been given a whole picture. */
    void all(long at) {
        told.clear();
        page.adoptions().forEach((root, sheets) -> adopt(at, root, sheets));
    }

    /** After the page has carried it out. */
    void changed(long at, Op op) {
        if (op instanceof Op.Adopt adopt) {
            adopt(at, adopt.root(), adopt.sheets());
        } else if (op instanceof Op.Sheet sheet && told.contains(sheet.sheet())) {
            rules(at, new Op.Owner(0, sheet.sheet()), () -> json.writeStringProperty("replaceSync", sheet.text()));
        } else if (op instanceof Op.RuleInsert insert) {
            rules(at, insert.owner(), () -> rule(insert.text(), insert.index()));
        } else if (op instanceof Op.RuleDelete delete) {
            rules(at, delete.owner(), () -> removal(delete.index()));
        }
    }

    private void rules(long at, Op.Owner owner, Runnable change) {
        if (owner.node() == 0 && !told.contains(owner.sheet())) {
            return; // it will be told whole when it is adopted
        }
        events.incremental(at, Rrweb.SOURCE_RULES, () -> {
            if (owner.node() == 0) {
                json.writeNumberProperty("styleId", Rrweb.styleId(owner.sheet()));
            } else {
                json.writeNumberProperty("id", owner.node());
            }
            change.run();
        });
    }

    private void rule(String text, int index) {
        json.writeArrayPropertyStart("adds");
        writeRule(text, index);
        json.writeEndArray();
    }

    private void removal(int index) {
        json.writeArrayPropertyStart("removes");
        json.writeStartObject();
        json.writeNumberProperty("index", index);
        json.writeEndObject();
        json.writeEndArray();
    }

    private void writeRule(String text, int index) {
        json.writeStartObject();
        json.writeStringProperty("rule", text);
        json.writeNumberProperty("index", index);
        json.writeEndObject();
    }

    private void adopt(long at, int rootId, List<Integer> sheets) {
        Node root = page.find(rootId);
        Node target = root != null && root.kind() == Kind.SHADOW_ROOT ? root.parent() : root;
        if (target == null || !Family.isShown(target)) {
            return;
        }
        events.incremental(at, Rrweb.SOURCE_ADOPTED, () -> {
            json.writeNumberProperty("id", target.id());
            json.writeArrayPropertyStart("styles");
            sheets.stream().filter(told::add).forEach(this::sheet);
            json.writeEndArray();
            json.writeArrayPropertyStart("styleIds");
            sheets.forEach(sheet -> json.writeNumber(Rrweb.styleId(sheet)));
            json.writeEndArray();
        });
    }

    private void sheet(int number) {
        json.writeStartObject();
        json.writeNumberProperty("styleId", Rrweb.styleId(number));
        json.writeArrayPropertyStart("rules");
        List<String> rules = CssRules.split(page.sheets().getOrDefault(number, ""));
        for (int i = 0; i < rules.size(); i++) {
            writeRule(rules.get(i), i);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
