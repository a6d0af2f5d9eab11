package io.sojourn.replay.imported;

import io.sojourn.eventlog.wire.DomOps;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the language of docs/playback.md as an agent does, counting ids and words. */
final class Programs {
    private static final int LONGEST_NUMBERED = 48;
    private static final int MOST_NUMBERED = 20_000;

    private final Map<String, Integer> dictionary = new HashMap<>();
    private DomOps.Builder program = DomOps.newBuilder();
    private int lastId;

    void reset() {
        lastId = 0;
        dictionary.clear();
        numbers(1);
    }

    int nextId() {
        return ++lastId;
    }

    void numbers(int... numbers) {
        for (int number : numbers) {
            program.addCode(number);
        }
    }

    void word(@Nullable String word) {
        if (word == null) {
            numbers(0);
            return;
        }
        Integer known = dictionary.get(word);
        if (known != null) {
            numbers(known + 3);
            return;
        }
        boolean numbered = word.length() <= LONGEST_NUMBERED && dictionary.size() < MOST_NUMBERED;
        if (numbered) {
            dictionary.put(word, dictionary.size());
        }
        program.addText(word);
        numbers(numbered ? 2 : 1);
    }

    void attribute(int node, String name, @Nullable String value) {
        numbers(5, node);
        word(name);
        word(value);
    }

    /** What was written since the last call; null when that is nothing. */
    @Nullable
    DomOps take() {
        if (program.getCodeCount() == 0) {
            return null;
        }
        DomOps taken = program.build();
        program = DomOps.newBuilder();
        return taken;
    }
}
