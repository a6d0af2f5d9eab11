package io.sojourn.benchmarks.replay;

import io.sojourn.eventlog.wire.DomOps;
import java.util.HashMap;
import java.util.Map;

/** Writes the language of docs/playback.md as the agent does: ids and words are counted. */
final class Programs {
    private static final int LONGEST_NUMBERED = 48;

    private final Map<String, Integer> dictionary = new HashMap<>();
    private DomOps.Builder program = DomOps.newBuilder();
    private int lastId;

    Programs reset() {
        lastId = 0;
        dictionary.clear();
        return codes(1);
    }

    /** Opens a tree; its nodes follow. */
    Programs insert(int parent, int previous) {
        return codes(2, parent, previous);
    }

    Programs document(String base) {
        lastId++;
        return codes(7).word(base);
    }

    /** @return the element's id; close it */
    int open(String tag, String... attributes) {
        codes(1).word(tag).codes(attributes.length / 2);
        for (String word : attributes) {
            word(word);
        }
        return ++lastId;
    }

    Programs close() {
        return codes(0);
    }

    int text(String value) {
        codes(4).word(value);
        return ++lastId;
    }

    Programs remove(int node) {
        return codes(3, node);
    }

    Programs move(int node, int parent, int previous) {
        return codes(4, node, parent, previous);
    }

    Programs attribute(int node, String name, String value) {
        return codes(5, node).word(name).word(value);
    }

    Programs change(int node, String value) {
        return codes(6, node).word(value);
    }

    DomOps take() {
        DomOps taken = program.build();
        program = DomOps.newBuilder();
        return taken;
    }

    private Programs word(String word) {
        Integer known = dictionary.get(word);
        if (known != null) {
            return codes(known + 3);
        }
        program.addText(word);
        if (word.length() > LONGEST_NUMBERED || dictionary.size() == 20_000) {
            return codes(1);
        }
        dictionary.put(word, dictionary.size());
        return codes(2);
    }

    private Programs codes(int... codes) {
        for (int code : codes) {
            program.addCode(code);
        }
        return this;
    }
}
