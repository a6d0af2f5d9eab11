package io.sojourn.replay.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A page that changes at random, recorded; the same for the same seed. Remembers what it looked like after every program. */
public final class RandomVisit {
    private static final String[] TAGS = {"div", "p", "span", "ul", "li", "section", "button", "x-card"};

    private final Random random;
    private final int textLength;
    private final Agent agent = new Agent();
    private final Naive page = new Naive();
    public final Visit visit = Visit.document(5);
    /** What the page looks like after the program of second i. */
    public final List<String> outlines = new ArrayList<>();

    public RandomVisit(long seed, int programs, int textLength) {
        this.random = new Random(seed);
        this.textLength = textLength;
        Tree document = Tree.page(tree(3), tree(3));
        agent.snapshot(document);
        page.snapshot(document);
        record();
        for (int i = 1; i < programs; i++) {
            for (int op = random.nextInt(8); op >= 0; op--) {
                change();
            }
            record();
        }
    }

    private void record() {
        visit.at(outlines.size() * 1_000L, agent);
        outlines.add(page.outline());
    }

    private void change() {
        switch (random.nextInt(7)) {
            case 0, 1 -> insert();
            case 2 -> remove();
            case 3, 4 -> move();
            case 5 -> attribute();
            default -> text();
        }
    }

    private void insert() {
        Tree parent = anyElement();
        int previous = previous(parent, null);
        Tree tree = tree(2);
        agent.insert(parent.id, previous, tree);
        page.insert(parent, previous, tree);
    }

    private void remove() {
        Tree node = any();
        if (isLoose(node)) {
            agent.remove(node.id);
            page.remove(node);
        }
    }

    private void move() {
        Tree node = any();
        Tree parent = anyElement();
        if (isLoose(node) && !page.contains(node, parent)) {
            int previous = previous(parent, node);
            agent.move(node.id, parent.id, previous);
            page.move(node, parent, previous);
        }
    }

    private void attribute() {
        Tree element = anyElement();
        String name = random.nextBoolean() ? "class" : "title";
        int at = element.attributes.indexOf(name);
        boolean removes = random.nextInt(4) == 0;
        String value = removes ? null : word();
        agent.attribute(element.id, name, value);
        if (value == null) {
            if (at >= 0) {
                element.attributes.subList(at, at + 2).clear();
            }
        } else if (at >= 0) {
            element.attributes.set(at + 1, value);
        } else {
            element.with(name, value);
        }
    }

    private void text() {
        Tree node = any();
        if (node.kind == Tree.TEXT) {
            node.value = words();
            agent.text(node.id, node.value);
        }
    }

    /** Anything in the body may go; the page itself stays. */
    private boolean isLoose(Tree node) {
        return node.isElement() && node.id > 5 || node.kind == Tree.TEXT;
    }

    private int previous(Tree parent, @Nullable Tree except) {
        List<Tree> siblings = parent.children.stream()
                .filter(child -> !child.isInner() && child != except)
                .toList();
        int at = random.nextInt(siblings.size() + 1);
        return at == 0 ? 0 : siblings.get(at - 1).id;
    }

    private Tree tree(int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return Tree.text(words());
        }
        Tree element = Tree.html(TAGS[random.nextInt(TAGS.length)]);
        if (random.nextBoolean()) {
            element.with("class", word());
        }
        if (element.name.equals("x-card")) {
            element.children.add(Tree.shadow(tree(depth - 1)));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            element.children.add(tree(depth - 1));
        }
        return element;
    }

    private Tree any() {
        while (true) {
            List<Integer> ids = page.ids();
            Tree found = page.find(ids.get(random.nextInt(ids.size())));
            if (found != null) {
                return found;
            }
        }
    }

    private Tree anyElement() {
        while (true) {
            Tree found = any();
            if (found.isElement() && found.id >= 5) {
                return found;
            }
        }
    }

    private String word() {
        return "w" + random.nextInt(50);
    }

    private String words() {
        StringBuilder words = new StringBuilder("t");
        for (int i = random.nextInt(textLength); i > 0; i--) {
            words.append((char) ('a' + random.nextInt(26)));
        }
        return words.toString();
    }
}
