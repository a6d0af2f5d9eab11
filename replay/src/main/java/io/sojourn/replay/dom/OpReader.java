package io.sojourn.replay.dom;

import static io.sojourn.replay.dom.ProgramRefused.Reason.BAD_STRING;
import static io.sojourn.replay.dom.ProgramRefused.Reason.CUT_SHORT;
import static io.sojourn.replay.dom.ProgramRefused.Reason.MISPLACED;
import static io.sojourn.replay.dom.ProgramRefused.Reason.NO_SNAPSHOT;
import static io.sojourn.replay.dom.ProgramRefused.Reason.TOO_LARGE;
import static io.sojourn.replay.dom.ProgramRefused.Reason.UNKNOWN_NUMBER;

import io.sojourn.eventlog.wire.DomOps;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the programs of one document in order and keeps count of ids and words between them. A program is read whole or
 * refused whole; after a refusal, as after {@link #lose}, only a program that starts with RESET is read again. Not
 * thread-safe.
 */
public final class OpReader {
    /** Who wrote the programs. Only what this server wrote itself may state ids. */
    public enum Origin {
        AGENT,
        SERVER
    }

    private final Origin origin;
    private final Words words = new Words();
    private final TreeReader trees = new TreeReader(this);
    private boolean counting;
    private int nextId = 1;
    private DomOps program = DomOps.getDefaultInstance();
    private int at;

    public OpReader(Origin origin) {
        this.origin = origin;
    }

    /** Whether the counters are still those of the writer. */
    public boolean isCounting() {
        return counting;
    }

    /** Something between two programs is missing: what follows cannot be understood until the next RESET. */
    public void lose() {
        counting = false;
    }

    /** For programs that go on from a picture that stands already, with counters of their own that begin at nothing. */
    public void startAnywhere() {
        counting = true;
    }

    public static boolean startsWithReset(DomOps program) {
        return program.getCodeCount() > 0 && program.getCode(0) == OpCode.RESET;
    }

    public List<Op> read(DomOps next) throws ProgramRefused {
        if (!counting && !startsWithReset(next)) {
            throw new ProgramRefused(NO_SNAPSHOT, "nothing is known about the page it changes");
        }
        program = next;
        at = 0;
        words.begin(next.getTextList());
        counting = false; // unless the whole program can be read
        List<Op> ops = new ArrayList<>();
        while (at < program.getCodeCount()) {
            readOp(ops);
        }
        if (!words.allTaken()) {
            throw new ProgramRefused(BAD_STRING, "it brings more strings than it names");
        }
        counting = true;
        return ops;
    }

    private void readOp(List<Op> ops) throws ProgramRefused {
        int code = number();
        switch (code) {
            case OpCode.RESET -> ops.add(reset());
            case OpCode.INSERT -> ops.add(new Op.Insert(number(), number(), trees.read()));
            case OpCode.REMOVE -> ops.add(new Op.Remove(number()));
            case OpCode.MOVE -> ops.add(new Op.Move(number(), number(), number()));
            case OpCode.ATTR -> ops.add(new Op.Attribute(number(), string(), optionalString()));
            case OpCode.TEXT -> ops.add(new Op.Text(number(), stringOrEmpty()));
            case OpCode.RULE_INSERT -> ops.add(new Op.RuleInsert(owner(), number(), string()));
            case OpCode.RULE_DELETE -> ops.add(new Op.RuleDelete(owner(), number()));
            case OpCode.SHEET -> ops.add(new Op.Sheet(number(), stringOrEmpty()));
            case OpCode.ADOPT -> ops.add(adopt());
            case OpCode.NEXT_ID -> stateNextId();
            default -> throw new ProgramRefused(UNKNOWN_NUMBER, "there is no operation " + code);
        }
    }

    private Op reset() {
        nextId = 1;
        words.forget();
        return new Op.Reset();
    }

    private Op.Owner owner() throws ProgramRefused {
        int node = number();
        return new Op.Owner(node, node == 0 ? number() : 0);
    }

    private Op adopt() throws ProgramRefused {
        int root = number();
        int count = number();
        if (count > program.getCodeCount() - at) {
            throw new ProgramRefused(CUT_SHORT, "it ends in the middle of an operation");
        }
        List<Integer> sheets = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            sheets.add(number());
        }
        return new Op.Adopt(root, sheets);
    }

    private void stateNextId() throws ProgramRefused {
        int id = number();
        if (origin == Origin.AGENT || id == 0) {
            throw new ProgramRefused(MISPLACED, "it states ids, which is not its to do");
        }
        nextId = id;
    }

    int takeId() throws ProgramRefused {
        if (nextId > Limits.IDS) {
            throw new ProgramRefused(TOO_LARGE, "it has more nodes than a page can hold");
        }
        return nextId++;
    }

    /** The next number of the program; never negative. */
    int number() throws ProgramRefused {
        if (at == program.getCodeCount()) {
            throw new ProgramRefused(CUT_SHORT, "it ends in the middle of an operation");
        }
        int number = program.getCode(at++);
        if (number < 0) {
            throw new ProgramRefused(TOO_LARGE, "it holds a number over its bound");
        }
        return number;
    }

    String string() throws ProgramRefused {
        String string = optionalString();
        if (string == null) {
            throw new ProgramRefused(BAD_STRING, "it leaves out a string that must be there");
        }
        return string;
    }

    String stringOrEmpty() throws ProgramRefused {
        String string = optionalString();
        return string == null ? "" : string;
    }

    private @Nullable String optionalString() throws ProgramRefused {
        return words.read(number());
    }
}
