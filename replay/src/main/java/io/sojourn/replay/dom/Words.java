package io.sojourn.replay.dom;

import static io.sojourn.replay.dom.ProgramRefused.Reason.BAD_STRING;
import static io.sojourn.replay.dom.ProgramRefused.Reason.TOO_LARGE;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reader's side of the dictionary: turns string references back into strings, and counts what they spell out. */
final class Words {
    private final List<String> dictionary = new ArrayList<>();
    private List<String> text = List.of();
    private int taken;
    private long characters;
    private boolean lossy;
    private boolean missed;

    void forget() {
        dictionary.clear();
        characters = 0;
        lossy = false;
    }

    int size() {
        return dictionary.size();
    }

    /** From now on only the first {@code sure} entries are known to be what the writer means; new ones get no number. */
    void lose(int sure) {
        dictionary.subList(sure, dictionary.size()).clear();
        lossy = true;
    }

    /** Whether a string was named since the last call that only the writer knows. */
    boolean missedOne() {
        boolean was = missed;
        missed = false;
        return was;
    }

    void begin(List<String> programText) {
        text = programText;
        taken = 0;
    }

    boolean allTaken() {
        return taken == text.size();
    }

    @Nullable
    String read(int reference) throws ProgramRefused {
        return switch (reference) {
            case OpCode.ABSENT -> null;
            case OpCode.PLAIN -> count(take());
            case OpCode.NUMBERED -> count(number(take()));
            default -> count(entry(reference - OpCode.FIRST_ENTRY));
        };
    }

    private String take() throws ProgramRefused {
        if (taken == text.size()) {
            throw new ProgramRefused(BAD_STRING, "it names more strings than it brings");
        }
        return text.get(taken++);
    }

    private String number(String word) throws ProgramRefused {
        if (word.length() > Limits.NUMBERED_STRING || dictionary.size() == Limits.DICTIONARY) {
            throw new ProgramRefused(TOO_LARGE, "its dictionary grows over its bound");
        }
        if (!lossy) {
            dictionary.add(word);
        }
        return word;
    }

    private String entry(int index) throws ProgramRefused {
        if (lossy && index >= dictionary.size()) {
            missed = true;
            return "";
        }
        if (index < 0 || index >= dictionary.size()) {
            throw new ProgramRefused(BAD_STRING, "there is no dictionary entry " + index);
        }
        return dictionary.get(index);
    }

    private String count(String word) throws ProgramRefused {
        characters += word.length();
        if (word.length() > Limits.STRING || characters > Limits.CHARACTERS) {
            throw new ProgramRefused(TOO_LARGE, "it spells out more text than a page can hold");
        }
        return word;
    }
}
