package io.sojourn.eventlog.chronicle;

import io.sojourn.eventlog.LogRecord;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
    static void writeHeader(LogRecord entry, ByteBuffer header) {
        byte[] agent = cut(entry.userAgent(), MAX_AGENT_BYTES);
        byte[] address = cut(entry.address(), MAX_ADDRESS_BYTES);
        header.clear().position(PREFIX);
        header.putLong(entry.receivedAt()).putInt(entry.siteId());
        header.putShort((short) agent.length).put((byte) address.length);
        header.put(agent).put(address).flip();
        header.put(0, VERSION).putInt(1, crc(header.duplicate().position(PREFIX), entry.batch()));
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

    private static byte[] cut(String text, int maxBytes) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= maxBytes ? bytes : Arrays.copyOf(bytes, maxBytes);
    }

    private static int crc(ByteBuffer header, ByteBuffer batch) {
        CRC32C crc = new CRC32C();
        crc.update(header);
        crc.update(batch.duplicate());
        return (int) crc.getValue();
    }
}
