package io.sojourn.replay.dom;

/** The numbers of operations and of string references (docs/playback.md). */
final class OpCode {
    static final int RESET = 1;
    static final int INSERT = 2;
    static final int REMOVE = 3;
    static final int MOVE = 4;
    static final int ATTR = 5;
    static final int TEXT = 6;
    static final int RULE_INSERT = 7;
    static final int RULE_DELETE = 8;
    static final int SHEET = 9;
    static final int ADOPT = 10;
    static final int NEXT_ID = 11;

    static final int END_OF_CHILDREN = 0;

    static final int ABSENT = 0;
    static final int PLAIN = 1;
    static final int NUMBERED = 2;
    static final int FIRST_ENTRY = 3;

    private OpCode() {}
}
