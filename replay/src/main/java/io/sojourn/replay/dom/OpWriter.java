package io.sojourn.replay.dom;

import io.sojourn.eventlog.wire.DomOps;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes operations as programs, with counters of its own that begin at nothing: whoever reads all its programs in order
 * understands them. Ids that do not follow from counting are stated. Not thread-safe.
 */
public final class OpWriter {
    /** Longer strings seldom come twice. */
    private static final int WORTH_NUMBERING = 64;

    private final Map<String, Integer> dictionary = new HashMap<>();
    private DomOps.Builder program = DomOps.newBuilder();
    private int nextId = 1;

    /** What was written since the last call. */
    public DomOps take() {
        DomOps taken = program.build();
        program = DomOps.newBuilder();
        return taken;
    }

    public boolean isEmpty() {
        return program.getCodeCount() == 0;
    }

    /** Writes the page as a keyframe: a snapshot that forgets everything before it and keeps the ids of its nodes. */
    public void snapshot(Page page) {
        write(new Op.Reset());
        Node root = page.root();
        if (root == null) {
            return;
        }
        insert(0, 0, root);
        page.sheets().forEach((number, text) -> write(new Op.Sheet(number, text)));
        page.adoptions().forEach((node, sheets) -> write(new Op.Adopt(node, sheets)));
    }

    public void write(Op op) {
        if (op instanceof Op.Reset) {
            code(OpCode.RESET);
            nextId = 1;
            dictionary.clear();
        } else if (op instanceof Op.Insert insert) {
            insert(insert.parent(), insert.previous(), insert.tree());
        } else if (op instanceof Op.Remove remove) {
            code(OpCode.REMOVE, remove.node());
        } else if (op instanceof Op.Move move) {
            code(OpCode.MOVE, move.node(), move.parent(), move.previous());
        } else if (op instanceof Op.Attribute attribute) {
            code(OpCode.ATTR, attribute.node());
            string(attribute.name());
            string(attribute.value());
        } else if (op instanceof Op.Text text) {
            code(OpCode.TEXT, text.node());
            string(text.value());
        } else if (op instanceof Op.RuleInsert rule) {
            code(OpCode.RULE_INSERT);
            owner(rule.owner());
            code(rule.index());
            string(rule.text());
        } else if (op instanceof Op.RuleDelete rule) {
            code(OpCode.RULE_DELETE);
            owner(rule.owner());
            code(rule.index());
        } else if (op instanceof Op.Sheet sheet) {
            code(OpCode.SHEET, sheet.sheet());
            string(sheet.text());
        } else if (op instanceof Op.Adopt adopt) {
            code(OpCode.ADOPT, adopt.root(), adopt.sheets().size());
            adopt.sheets().forEach(this::code);
        }
    }

    private void owner(Op.Owner owner) {
        code(owner.node());
        if (owner.node() == 0) {
            code(owner.sheet());
        }
    }

    /**
     * A tree in pre-order describes nodes whose ids count on without a break. A child whose id does not is left for an
     * insertion of its own; in document order, so that what it follows is there before it.
     */
    private void insert(int parent, int previous, Node tree) {
        Deque<Node> later = new ArrayDeque<>();
        described(parent, previous, tree, later);
        while (!later.isEmpty()) {
            Node node = later.removeFirst();
            Node host = node.parent();
            Node before = node.previous();
            described(host == null ? 0 : host.id(), before == null ? 0 : before.id(), node, later);
        }
    }

    private void described(int parent, int previous, Node tree, Deque<Node> later) {
        if (tree.id() != nextId) {
            code(OpCode.NEXT_ID, tree.id());
            nextId = tree.id();
        }
        code(OpCode.INSERT, parent, previous);
        describe(tree);
        Node open = tree;
        @Nullable Node child = firstIn(tree);
        while (open.kind().hasChildren()) {
            if (child == null) {
                code(OpCode.END_OF_CHILDREN);
                Node host = open.parent();
                if (open == tree || host == null) {
                    return;
                }
                child = beside(open);
                open = host;
            } else if (child.id() != nextId) {
                later.addLast(child);
                child = beside(child);
            } else {
                describe(child);
                open = child.kind().hasChildren() ? child : open;
                child = child.kind().hasChildren() ? firstIn(child) : beside(child);
            }
        }
    }

    private static @Nullable Node firstIn(Node node) {
        return node.inner() != null ? node.inner() : node.first();
    }

    private static @Nullable Node beside(Node node) {
        Node host = node.parent();
        return node.kind().isInner() && host != null ? host.first() : node.next();
    }

    private void describe(Node node) {
        nextId++;
        code(node.kind().number());
        switch (node.kind()) {
            case HTML, SVG, MATHML -> {
                string(node.name());
                code(node.attributeCount());
                node.eachAttribute((name, value) -> {
                    string(name);
                    string(value);
                });
            }
            case TEXT, COMMENT -> string(node.value());
            case DOCTYPE -> {
                string(node.name());
                string(node.attribute(Doctypes.PUBLIC_ID));
                string(node.attribute(Doctypes.SYSTEM_ID));
            }
            case DOCUMENT -> string(node.name());
            default -> {}
        }
    }

    private void string(@Nullable String word) {
        if (word == null) {
            code(OpCode.ABSENT);
            return;
        }
        Integer known = dictionary.get(word);
        if (known != null) {
            code(OpCode.FIRST_ENTRY + known);
            return;
        }
        boolean numbered = word.length() <= WORTH_NUMBERING && dictionary.size() < Limits.DICTIONARY;
        if (numbered) {
            dictionary.put(word, dictionary.size());
        }
        code(numbered ? OpCode.NUMBERED : OpCode.PLAIN);
        program.addText(word);
    }

    private void code(int number) {
        program.addCode(number);
    }

    private void code(int operation, int... arguments) {
        code(operation);
        for (int argument : arguments) {
            code(argument);
        }
    }
}
