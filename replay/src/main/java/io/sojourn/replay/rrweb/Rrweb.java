package io.sojourn.replay.rrweb;

/** The numbers of rrweb's format. */
final class Rrweb {
    static final int FULL_SNAPSHOT = 2;
    static final int INCREMENTAL = 3;
    static final int META = 4;

    static final int SOURCE_MUTATION = 0;
    static final int SOURCE_MOUSE_MOVE = 1;
    static final int SOURCE_MOUSE_INTERACTION = 2;
    static final int SOURCE_SCROLL = 3;
    static final int SOURCE_VIEWPORT = 4;
    static final int SOURCE_INPUT = 5;
    static final int SOURCE_RULES = 8;
    static final int SOURCE_ADOPTED = 15;

    static final int CLICK = 2;

    static final int NODE_DOCUMENT = 0;
    static final int NODE_DOCTYPE = 1;
    static final int NODE_ELEMENT = 2;
    static final int NODE_TEXT = 3;
    static final int NODE_COMMENT = 5;

    private Rrweb() {}

    /** Its ids of constructed sheets begin at 1. */
    static int styleId(int sheet) {
        return sheet + 1;
    }
}
