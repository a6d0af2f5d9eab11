package io.sojourn.eventlog;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.UUID;

/** Sixteen random bytes that name a visitor or a session. Written as 32 lower-case hex digits. */
public record Id128(long high, long low) implements Comparable<Id128> {
    public static final int BYTES = 16;

    /** @throws IllegalArgumentException unless there are exactly 16 bytes */
    public static Id128 of(ByteString bytes) {
        return of(bytes.asReadOnlyByteBuffer());
    }

    /** Reads the 16 remaining bytes. @throws IllegalArgumentException unless there are exactly 16 */
    public static Id128 of(ByteBuffer bytes) {
        if (bytes.remaining() != BYTES) {
            throw new IllegalArgumentException("an id has 16 bytes, not " + bytes.remaining());
        }
        return new Id128(bytes.getLong(), bytes.getLong());
    }

    /** @throws IllegalArgumentException unless there are exactly 32 hex digits */
    public static Id128 parse(String hex) {
        if (hex.length() != 2 * BYTES) {
            throw new IllegalArgumentException("an id has 32 hex digits, not " + hex.length());
        }
        return new Id128(HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32));
    }

    public ByteString toByteString() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).putLong(high).putLong(low).flip();
        return ByteString.copyFrom(bytes);
    }

    /** The same 128 bits as a UUID, for stores that have such a type. */
    public UUID toUuid() {
        return new UUID(high, low);
    }

    public static Id128 of(UUID uuid) {
        return new Id128(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
    }

    @Override
    public int compareTo(Id128 other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(high) + hex.toHexDigits(low);
    }
}
