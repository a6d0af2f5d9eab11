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
 * refused whole. After a refusal, as after {@link #lose}, the counters are not the writer's any more: until a program
 * starts with RESET only those operations come out that name nothing but what was numbered before. Not thread-safe.
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
    /** Ids below are the writer's; those from here on are guesses. Counted while nothing is lost. */
    private int sureUntil = 1;

    private int sureWords;
    private DomOps program = DomOps.getDefaultInstance();
    private int at;

    public OpReader(Origin origin) {
        this.origin = origin;
    }

    /** Whether this node is the one the writer means by the number. */
    public boolean isSure(int node) {
        return counting || node < sureUntil;
    }

    /** Whether the counters are still those of the writer. */
    public boolean isCounting() {
        return counting;
    }

    /** Something between two programs is missing: what follows cannot be understood until the next RESET. */
    public void lose() {
        if (counting) {
            counting = false;
            words.lose(sureWords);
        }
    }

    /** For programs that go on from a picture that stands already, with counters of their own that begin at nothing. */
    public void startAnywhere() {
        counting = true;
    }

    public static boolean startsWithReset(DomOps program) {
        return program.getCodeCount() > 0 && program.getCode(0) == OpCode.RESET;
    }

    public List<Op> read(DomOps next) throws ProgramRefused {
        boolean whole = counting || startsWithReset(next);
        if (!whole && sureUntil == 1) {
            throw new ProgramRefused(NO_SNAPSHOT, "nothing is known about the page it changes");
        }
        program = next;
        at = 0;
        words.begin(next.getTextList());
        try {
            List<Op> ops = whole ? readWhole() : readSure();
            if (!words.allTaken()) {
                throw new ProgramRefused(BAD_STRING, "it brings more strings than it names");
            }
            if (whole) {
                counting = true;
                sureUntil = nextId;
                sureWords = words.size();
            }
            return ops;
        } catch (ProgramRefused refused) {
            counting = true;
            lose();
            throw refused;
        }
    }

    private List<Op> readWhole() throws ProgramRefused {
        List<Op> ops = new ArrayList<>();
        while (at < program.getCodeCount()) {
            readOp(ops);
        }
        return ops;
    }

    private List<Op> readSure() throws ProgramRefused {
        List<Op> sure = new ArrayList<>();
        List<Op> one = new ArrayList<>(1);
        words.missedOne();
        while (at < program.getCodeCount()) {
            one.clear();
            readOp(one);
            if (!words.missedOne() && one.stream().allMatch(this::isSure)) {
                sure.addAll(one);
            }
        }
        return sure;
    }

    /** What sets something known to a value is right whatever is missing. Where something stands or is counted may not be. */
    private boolean isSure(Op op) {
        if (op instanceof Op.Attribute attribute) {
            return attribute.node() < sureUntil;
        } else if (op instanceof Op.Text text) {
            return text.node() < sureUntil;
        } else if (op instanceof Op.Remove remove) {
            return remove.node() < sureUntil;
        } else if (op instanceof Op.Move move) {
            return move.node() < sureUntil && move.parent() < sureUntil && move.previous() < sureUntil;
        }
        return op instanceof Op.Sheet || op instanceof Op.Adopt adopt && adopt.root() < sureUntil;
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
        sureUntil = 1;
        sureWords = 0;
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
