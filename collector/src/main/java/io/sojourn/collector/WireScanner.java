package io.sojourn.collector;

import java.nio.ByteBuffer;

/**
 * Steps through the fields of a protobuf message in place: no copies, no objects for what is stepped over, and every length is
 * checked against what is there. protobuf-java's own reader was measured at three times the time and copies each field.
 */
final class WireScanner {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int BYTES = 2;
    static final int FIXED32 = 5;
    private static final int MAX_VARINT = 10;

    private final ByteBuffer in;
    private final int end;
    private int at;

    /** From position to limit; both stay as they are. */
    WireScanner(ByteBuffer in) {
        this.in = in;
        this.at = in.position();
        this.end = in.limit();
    }

    /** The message ends inside a field, or holds what no message holds. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;
        static final Broken HERE = new Broken();

        private Broken() {
            super("not a protobuf message", null, false, false);
        }
    }

    boolean atEnd() {
        return at == end;
    }

    /** The next field's number and wire type, as {@code number << 3 | type}. */
    int tag() throws Broken {
        long tag = varint();
        if (tag >>> 32 != 0 || tag >>> 3 == 0) {
            throw Broken.HERE;
        }
        return (int) tag;
    }

    long varint() throws Broken {
        long value = 0;
        for (int i = 0; i < MAX_VARINT; i++) {
            byte next = next();
            value |= (long) (next & 0x7f) << (7 * i);
            if (next >= 0) {
                return value;
            }
        }
        throw Broken.HERE;
    }

    /** Steps over a length-delimited field. @return where it begins; it ends at {@link #at()} */
    int bytes() throws Broken {
        long length = varint();
        if (length < 0 || length > end - at) {
            throw Broken.HERE;
        }
        int start = at;
        at += (int) length;
        return start;
    }

    int at() {
        return at;
    }

    void skip(int tag) throws Broken {
        switch (tag & 7) {
            case VARINT -> varint();
            case FIXED64 -> forward(8);
            case BYTES -> bytes();
            case FIXED32 -> forward(4);
            default -> throw Broken.HERE;
        }
    }

    private void forward(int length) throws Broken {
        if (length > end - at) {
            throw Broken.HERE;
        }
        at += length;
    }

    private byte next() throws Broken {
        if (at == end) {
            throw Broken.HERE;
        }
        return in.get(at++);
    }
}
