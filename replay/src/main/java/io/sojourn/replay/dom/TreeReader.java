package io.sojourn.replay.dom;

import static io.sojourn.replay.dom.ProgramRefused.Reason.MISPLACED;
import static io.sojourn.replay.dom.ProgramRefused.Reason.TOO_DEEP;
import static io.sojourn.replay.dom.ProgramRefused.Reason.TOO_LARGE;

/** Reads one described subtree. Iterative, because a visitor chooses how deep it goes. */
final class TreeReader {
    private final OpReader source;

    TreeReader(OpReader source) {
        this.source = source;
    }

    Node read() throws ProgramRefused {
        Node root = node(source.number());
        Node open = root.kind().hasChildren() ? root : null;
        int depth = 1;
        int nodes = 1;
        while (open != null) {
            int kind = source.number();
            if (kind == OpCode.END_OF_CHILDREN) {
                open = open == root ? null : open.parent();
                depth--;
                continue;
            }
            Node child = node(kind);
            checkSize(++nodes, depth);
            checkPlace(open, child);
            open.append(child);
            if (child.kind().hasChildren()) {
                open = child;
                depth++;
            }
        }
        return root;
    }

    private Node node(int number) throws ProgramRefused {
        Kind kind = Kind.of(number);
        int id = source.takeId();
        return switch (kind) {
            case HTML, SVG, MATHML -> element(id, kind);
            case TEXT, COMMENT -> new Node(id, kind, "", source.stringOrEmpty());
            case DOCTYPE -> doctype(id);
            case DOCUMENT -> new Node(id, kind, source.stringOrEmpty(), "");
            case SHADOW_ROOT, CONTENT -> new Node(id, kind, "", "");
        };
    }

    private Node element(int id, Kind kind) throws ProgramRefused {
        Node element = new Node(id, kind, source.string(), "");
        int count = source.number();
        if (count > Limits.ATTRIBUTES) {
            throw new ProgramRefused(TOO_LARGE, "an element has " + count + " attributes");
        }
        if (count > 0) {
            String[] pairs = new String[2 * count];
            for (int i = 0; i < pairs.length; i += 2) {
                pairs[i] = source.string();
                pairs[i + 1] = source.stringOrEmpty();
            }
            element.setAttributes(pairs);
        }
        return element;
    }

    private Node doctype(int id) throws ProgramRefused {
        Node doctype = new Node(id, Kind.DOCTYPE, source.stringOrEmpty(), "");
        String publicId = source.stringOrEmpty();
        String systemId = source.stringOrEmpty();
        if (!publicId.isEmpty() || !systemId.isEmpty()) {
            doctype.setAttributes(new String[] {Doctypes.PUBLIC_ID, publicId, Doctypes.SYSTEM_ID, systemId});
        }
        return doctype;
    }

    private static void checkSize(int nodes, int depth) throws ProgramRefused {
        if (nodes > Limits.NODES) {
            throw new ProgramRefused(TOO_LARGE, "it has more nodes than a page can hold");
        }
        if (depth > Limits.DEPTH) {
            throw new ProgramRefused(TOO_DEEP, "it nests deeper than a page can");
        }
    }

    private static void checkPlace(Node host, Node child) throws ProgramRefused {
        if (!Places.mayHold(host, child)) {
            throw new ProgramRefused(MISPLACED, host.name() + " cannot hold a node of kind " + child.kind());
        }
    }
}
