package io.sojourn.replay.dom;

/** What a recording may ask for. A visitor writes it, so every size is bounded while reading. */
final class Limits {
    /** Nodes that stand in one document at a time, frames included. */
    static final int NODES = 500_000;
    /** Ids ever given out in one document: the model keeps a table of this length at most. */
    static final int IDS = 8_000_000;
    /** Browsers nest no deeper than 512 by markup; scripts may. */
    static final int DEPTH = 1_000;

    static final int ATTRIBUTES = 1_000;
    /** A style sheet or an image in a data address. */
    static final int STRING = 8 << 20;
    /** Longer strings are not numbered, or a few bytes could name a book a million times. */
    static final int NUMBERED_STRING = 1_024;

    static final int DICTIONARY = 1 << 20;
    /** Characters a stream may spell out between two snapshots, repeats by number included. */
    static final long CHARACTERS = 256L << 20;

    static final int SHEETS = 100_000;
    static final int RULES = 200_000;
    /** Nodes looked at to keep moved subtrees within DEPTH, between two snapshots. */
    static final long MOVED = 20_000_000;

    private Limits() {}
}
