package io.sojourn.replay.dom;

import static io.sojourn.replay.dom.ProgramRefused.Reason.TOO_DEEP;
import static io.sojourn.replay.dom.ProgramRefused.Reason.TOO_LARGE;

import io.sojourn.replay.css.CssRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries operations out on a page. An operation that names a node, a place or a rule that is not there is skipped and
 * counted: it was on its way when its target went. Not thread-safe.
 */
public final class OpApplier {
    private final Page page;
    private long skipped;
    private long moved;

    public OpApplier(Page page) {
        this.page = page;
    }

    public Page page() {
        return page;
    }

    /** How many operations did not fit. */
    public long skipped() {
        return skipped;
    }

    /**
     * Whether the operation fitted; if not, nothing changed.
     *
     * @throws ProgramRefused when the page would grow over its bounds
     */
    public boolean apply(Op op) throws ProgramRefused {
        boolean fitted = carryOut(op);
        if (!fitted) {
            skipped++;
        }
        return fitted;
    }

    private boolean carryOut(Op op) throws ProgramRefused {
        if (op instanceof Op.Insert insert) {
            return insert(insert);
        } else if (op instanceof Op.Attribute attribute) {
            return attribute(attribute);
        } else if (op instanceof Op.Text text) {
            return text(text);
        } else if (op instanceof Op.Remove remove) {
            return remove(remove);
        } else if (op instanceof Op.Move move) {
            return move(move);
        } else if (op instanceof Op.RuleInsert rule) {
            return ruleInsert(rule);
        } else if (op instanceof Op.RuleDelete rule) {
            return ruleDelete(rule);
        } else if (op instanceof Op.Sheet sheet) {
            return sheet(sheet);
        } else if (op instanceof Op.Adopt adopt) {
            return adopt(adopt);
        }
        page.clear();
        moved = 0;
        return true;
    }

    private boolean insert(Op.Insert insert) throws ProgramRefused {
        Node tree = insert.tree();
        if (insert.parent() == 0) {
            if (page.root() != null || tree.id() != Page.ROOT || tree.kind() != Kind.DOCUMENT) {
                return false;
            }
        } else if (!mayStand(tree, insert.parent(), insert.previous())) {
            return false;
        }
        int[] count = {0};
        boolean[] known = {false};
        tree.eachInSubtree(node -> {
            count[0]++;
            known[0] |= page.find(node.id()) != null;
        });
        if (known[0]) {
            return false;
        }
        if (page.size() + count[0] > Limits.NODES) {
            throw new ProgramRefused(TOO_LARGE, "the page would hold more nodes than it can");
        }
        Node parent = page.find(insert.parent());
        if (parent != null) {
            checkDepth(parent, tree);
            parent.insert(tree, page.find(insert.previous()));
        }
        page.register(tree);
        return true;
    }

    private boolean mayStand(Node tree, int parentId, int previousId) {
        Node parent = page.find(parentId);
        if (parent == null || !Places.mayHold(parent, tree)) {
            return false;
        }
        Node previous = page.find(previousId);
        boolean first = previousId == 0 || tree.kind().isInner();
        return first
                || previous != null
                        && previous.parent() == parent
                        && !previous.kind().isInner();
    }

    private boolean remove(Op.Remove remove) {
        Node node = page.find(remove.node());
        if (node == null) {
            return false;
        }
        node.detach();
        page.forget(node);
        return true;
    }

    private boolean move(Op.Move move) throws ProgramRefused {
        Node node = page.find(move.node());
        Node parent = page.find(move.parent());
        if (node == null || parent == null || node.kind().isInner() || move.previous() == move.node()) {
            return false;
        }
        if (!mayStand(node, move.parent(), move.previous()) || isInside(parent, node)) {
            return false;
        }
        checkDepth(parent, node);
        node.detach();
        parent.insert(node, page.find(move.previous()));
        return true;
    }

    private static boolean isInside(Node node, Node tree) {
        for (@Nullable Node up = node; up != null; up = up.parent()) {
            if (up == tree) {
                return true;
            }
        }
        return false;
    }

    /** Counts what it looks at, because a visitor may move a large subtree to and fro as often as a batch has room for. */
    private void checkDepth(Node parent, Node tree) throws ProgramRefused {
        int depth = 0;
        for (@Nullable Node up = parent; up != null; up = up.parent()) {
            depth++;
        }
        int level = depth;
        int deepest = depth;
        for (Node node = tree; node != null; ) {
            Node following = node.following(tree);
            if (following != null) {
                level += following.parent() == node ? 1 : -levelsUp(node, following);
                deepest = Math.max(deepest, level);
            }
            node = following;
            moved++;
        }
        if (deepest >= Limits.DEPTH) {
            throw new ProgramRefused(TOO_DEEP, "the page would nest deeper than it can");
        }
        if (moved > Limits.MOVED) {
            throw new ProgramRefused(TOO_LARGE, "it moves more nodes than a page would");
        }
    }

    private static int levelsUp(Node from, Node to) {
        int levels = 0;
        for (@Nullable Node up = from; up != null && up.parent() != to.parent(); up = up.parent()) {
            levels++;
        }
        return levels;
    }

    private boolean attribute(Op.Attribute attribute) throws ProgramRefused {
        Node node = page.find(attribute.node());
        if (node == null || !node.kind().isElement()) {
            return false;
        }
        if (node.attributeCount() >= Limits.ATTRIBUTES && attribute.value() != null) {
            throw new ProgramRefused(TOO_LARGE, "an element has too many attributes");
        }
        node.setAttribute(attribute.name(), attribute.value());
        return true;
    }

    private boolean text(Op.Text text) {
        Node node = page.find(text.node());
        if (node == null || !node.kind().isText()) {
            return false;
        }
        node.rewrite(text.value());
        return true;
    }

    private boolean ruleInsert(Op.RuleInsert insert) throws ProgramRefused {
        List<String> rules = rules(insert.owner());
        List<String> rule = CssRules.split(insert.text());
        if (rules == null || rule.size() != 1 || insert.index() > rules.size()) {
            return false;
        }
        if (rules.size() == Limits.RULES) {
            throw new ProgramRefused(TOO_LARGE, "a sheet has too many rules");
        }
        rules.add(insert.index(), rule.get(0));
        return true;
    }

    private boolean ruleDelete(Op.RuleDelete delete) {
        List<String> rules = rules(delete.owner());
        if (rules == null || delete.index() >= rules.size()) {
            return false;
        }
        rules.remove(delete.index());
        return true;
    }

    private @Nullable List<String> rules(Op.Owner owner) {
        if (owner.node() == 0) {
            return page.sheets.get(owner.sheet());
        }
        Node node = page.find(owner.node());
        if (node == null) {
            return null;
        }
        return node.isElement("style") || node.isElement("link") ? node.rules() : null;
    }

    private boolean sheet(Op.Sheet sheet) throws ProgramRefused {
        page.sheets.put(sheet.sheet(), new ArrayList<>(CssRules.split(sheet.text())));
        if (page.sheets.size() > Limits.SHEETS) {
            throw new ProgramRefused(TOO_LARGE, "it has too many sheets");
        }
        return true;
    }

    private boolean adopt(Op.Adopt adopt) {
        Node root = page.find(adopt.root());
        if (root == null || !root.kind().isInner() || !page.sheets.keySet().containsAll(adopt.sheets())) {
            return false;
        }
        page.adopted.put(adopt.root(), adopt.sheets());
        return true;
    }
}
