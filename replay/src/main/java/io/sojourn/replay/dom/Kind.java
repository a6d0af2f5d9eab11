package io.sojourn.replay.dom;

/** What a node is. The order is the wire's numbering, from 1. */
public enum Kind {
    HTML,
    SVG,
    MATHML,
    TEXT,
    COMMENT,
    DOCTYPE,
    DOCUMENT,
    SHADOW_ROOT,
    CONTENT;

    private static final Kind[] ALL = values();

    int number() {
        return ordinal() + 1;
    }

    static Kind of(int number) throws ProgramRefused {
        if (number < 1 || number > ALL.length) {
            throw new ProgramRefused(ProgramRefused.Reason.UNKNOWN_NUMBER, "there is no kind of node " + number);
        }
        return ALL[number - 1];
    }

    public boolean isElement() {
        return compareTo(MATHML) <= 0;
    }

    public boolean isText() {
        return this == TEXT || this == COMMENT;
    }

    /** Whether it is a tree of its own inside its host, rather than one of the host's children. */
    public boolean isInner() {
        return compareTo(DOCUMENT) >= 0;
    }

    public boolean hasChildren() {
        return isElement() || isInner();
    }
}
