package io.sojourn.eventlog.chronicle;

import io.sojourn.eventlog.LogGap;
import io.sojourn.eventlog.LogReader;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.Position;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.wire.DocumentContext;
import org.jspecify.annotations.Nullable;

/** A position here is the index of the last record read, and that record's checksum. */
final class ChronicleLogReader implements LogReader {
    static final long NOTHING_READ = -1;

    private final ExcerptTailer tailer;
    private final String logId;
    private Position position;
    private long damaged;

    private ChronicleLogReader(ExcerptTailer tailer, String logId) {
        this.tailer = tailer;
        tailer.singleThreadedCheckDisabled(true); // a reader may be handed from one thread to another
        this.logId = logId;
        this.position = new Position(logId, NOTHING_READ, 0);
    }

    static ChronicleLogReader behind(SingleChronicleQueue queue, String logId, @Nullable Position last) throws LogGap {
        ChronicleLogReader reader = new ChronicleLogReader(queue.createTailer(), logId);
        if (last == null || last.index() == NOTHING_READ) {
            reader.tailer.toStart();
        } else {
            reader.moveBehind(last);
        }
        return reader;
    }

    private void moveBehind(Position last) throws LogGap {
        byte[] record = tailer.moveToIndex(last.index()) ? readBytes() : null;
        if (record == null || record.length < 5 || RecordFormat.crcOf(record) != last.crc()) {
            tailer.close();
            throw new LogGap("the record at " + Long.toHexString(last.index()) + " is not the one that was read last");
        }
        position = last;
    }

    @Override
    public @Nullable LogRecord next() {
        byte[] record;
        while ((record = readBytes()) != null) {
            LogRecord entry = RecordFormat.read(record);
            position = new Position(logId, tailer.lastReadIndex(), record.length < 5 ? 0 : RecordFormat.crcOf(record));
            if (entry != null) {
                return entry;
            }
            damaged++;
        }
        return null;
    }

    private byte @Nullable [] readBytes() {
        try (DocumentContext document = tailer.readingDocument()) {
            if (!document.isPresent()) {
                return null;
            }
            Bytes<?> in = document.wire().bytes();
            byte[] record = new byte[(int) in.readRemaining()];
            in.read(record);
            return record;
        }
    }

    @Override
    public Position position() {
        return position;
    }

    @Override
    public long damaged() {
        return damaged;
    }

    @Override
    public void close() {
        tailer.close();
    }
}
