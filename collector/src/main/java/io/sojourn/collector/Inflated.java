package io.sojourn.collector;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Inflates what a sender deflated, and never more of it than is allowed. */
final class Inflated {
    private static final int STEP = 16 << 10;

    private Inflated() {}

    /** Null when it is not in the zlib format, is cut off, or would be larger than {@code limit} bytes. */
    static byte @Nullable [] of(byte[] deflated, int limit) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(deflated);
            ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(limit, 4 * deflated.length));
            byte[] step = new byte[STEP];
            while (!inflater.finished()) {
                int size = inflater.inflate(step);
                if (size == 0 || out.size() + size > limit) {
                    return null;
                }
                out.write(step, 0, size);
            }
            return out.toByteArray();
        } catch (DataFormatException notDeflated) {
            return null;
        } finally {
            inflater.end();
        }
    }
}
