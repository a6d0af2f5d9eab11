package io.sojourn.eventlog.chronicle;

import io.sojourn.eventlog.LogRecord;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A record on disk: {@code version(1) crc32c(4) | receivedAt(8) site(4) agentLength(2) addressLength(1) agent address batch}.
 * The checksum covers what follows it. Chronicle has none of its own.
 */
final class RecordFormat {
    static final byte VERSION = 1;
    private static final int PREFIX = 1 + 4;
    private static final int FIXED = 8 + 4 + 2 + 1;
    static final int MAX_AGENT_BYTES = 512;
    static final int MAX_ADDRESS_BYTES = 64;
    static final int MAX_HEADER = PREFIX + FIXED + MAX_AGENT_BYTES + MAX_ADDRESS_BYTES;

    private RecordFormat() {}

    /** Everything of the record but the batch, checksum included, into {@code header}, flipped for reading. */
    static void writeHeader(LogRecord entry, ByteBuffer header, CRC32C crc) {
        header.clear().position(PREFIX + FIXED);
        int agent = put(entry.userAgent(), MAX_AGENT_BYTES, header);
        int address = put(entry.address(), MAX_ADDRESS_BYTES, header);
        header.flip();
        header.putLong(PREFIX, entry.receivedAt()).putInt(PREFIX + 8, entry.siteId());
        header.putShort(PREFIX + 12, (short) agent).put(PREFIX + 14, (byte) address);
        header.put(0, VERSION).putInt(1, crc(header, entry.batch(), crc));
    }

    /** Nearly all texts here are ASCII and are put without an array between. @return how many bytes */
    private static int put(String text, int maxBytes, ByteBuffer header) {
        int start = header.position();
        int length = Math.min(text.length(), maxBytes);
        for (int i = 0; i < length; i++) {
            char letter = text.charAt(i);
            if (letter >= 0x80) {
                header.position(start);
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                header.put(bytes, 0, Math.min(bytes.length, maxBytes));
                break;
            }
            header.put((byte) letter);
        }
        return header.position() - start;
    }

    /** The checksum as written in a record's bytes. */
    static int crcOf(byte[] record) {
        return ByteBuffer.wrap(record).getInt(1);
    }

    /** The record in these bytes, or null if they are damaged or of a version not known here. */
    static @Nullable LogRecord read(byte[] record) {
        if (record.length < PREFIX + FIXED || record[0] != VERSION) {
            return null;
        }
        CRC32C crc = new CRC32C();
        crc.update(record, PREFIX, record.length - PREFIX);
        return (int) crc.getValue() == crcOf(record)
                ? parse(ByteBuffer.wrap(record).position(PREFIX))
                : null;
    }

    private static @Nullable LogRecord parse(ByteBuffer in) {
        try {
            long receivedAt = in.getLong();
            int site = in.getInt();
            int agentLength = Short.toUnsignedInt(in.getShort());
            int addressLength = Byte.toUnsignedInt(in.get());
            String agent = text(in, agentLength);
            String address = text(in, addressLength);
            return new LogRecord(receivedAt, site, agent, address, in.slice());
        } catch (BufferUnderflowException shorterThanItSays) {
            return null;
        }
    }

    private static String text(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Positions stay as they are. */
    private static int crc(ByteBuffer header, ByteBuffer batch, CRC32C crc) {
        crc.reset();
        header.position(PREFIX);
        crc.update(header);
        header.position(0);
        int start = batch.position();
        crc.update(batch);
        batch.position(start);
        return (int) crc.getValue();
    }
}
