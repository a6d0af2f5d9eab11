package io.sojourn.eventlog.chronicle;

import io.sojourn.eventlog.EventLog;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogGap;
import io.sojourn.eventlog.LogReader;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.LogUnavailable;
import io.sojourn.eventlog.Position;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;
import org.jspecify.annotations.Nullable;

/**
 * The log on one Chronicle Queue, an appender per appending thread. Survives the death of the process: what was appended is
 * in the page cache and so in the file. The caller holds the data folder's lock, so nobody else writes here.
 *
 * <p>One shared queue appended to on the receiving thread was measured cheapest: 1.28 times the CPU of a server that stores
 * nothing, against 1.73 for a ring with one writer.
 */
public final class ChronicleEventLog implements EventLog {
    /** New pages of the mapped file are taken in steps of this size. */
    private static final long BLOCK_BYTES = 64L << 20;

    private final SingleChronicleQueue queue;
    private final CycleFiles files;
    private final String id;
    private final ThreadLocal<Writer> writers = ThreadLocal.withInitial(this::newWriter);

    /** Opens the log in {@code folder}, making it if need be. @throws LogUnavailable if the disk would not */
    public static ChronicleEventLog open(Path folder) {
        return open(folder, RollCycles.HALF_HOURLY);
    }

    static ChronicleEventLog open(Path folder, RollCycles cycle) {
        // Before any class of Chronicle wakes up: it reports to its makers otherwise.
        System.setProperty("chronicle.analytics.disable", "true");
        System.setProperty("chronicle.announcer.disable", "true");
        // Chronicle calls the system through JNA, which would unpack itself under the home folder.
        System.setProperty("jna.tmpdir", System.getProperty("jna.tmpdir", System.getProperty("java.io.tmpdir")));
        try {
            return new ChronicleEventLog(folder, cycle);
        } catch (RuntimeException | Error trouble) {
            throw new LogUnavailable("the event log in " + folder + " could not be opened", trouble);
        }
    }

    private ChronicleEventLog(Path folder, RollCycles cycle) {
        this.id = LogIdentity.of(folder);
        StaleLocks.release(folder);
        this.queue = SingleChronicleQueueBuilder.binary(folder)
                .rollCycle(cycle)
                .blockSize(BLOCK_BYTES)
                .build();
        this.files = new CycleFiles(folder, cycle);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void append(Id128 key, LogRecord entry, AppendCallback callback) {
        try {
            writers.get().write(entry);
        } catch (RuntimeException | Error trouble) {
            // A full disk is an InternalError here: the page that could not be given to the mapping.
            callback.failed(new LogUnavailable("the event log takes nothing now", trouble));
            return;
        }
        callback.appended();
    }

    @Override
    public LogReader readFrom(@Nullable Position position) throws LogGap {
        if (position != null && !position.logId().equals(id)) {
            throw new LogGap("the position belongs to log " + position.logId() + ", this is " + id);
        }
        return ChronicleLogReader.behind(queue, id, position);
    }

    @Override
    public void force() {
        files.force();
    }

    @Override
    public void release(Position position, long receivedBefore) {
        if (position.index() != ChronicleLogReader.NOTHING_READ) {
            files.deleteBefore(queue.rollCycle().toCycle(position.index()), receivedBefore);
            queue.refreshDirectoryListing();
        }
    }

    @Override
    public void close() {
        queue.close();
    }

    private Writer newWriter() {
        return new Writer(queue.createAppender());
    }

    /** One thread's way in. The header is put together outside the document, so that none stays open for long. */
    private static final class Writer {
        private final ExcerptAppender appender;
        private final ByteBuffer header = ByteBuffer.allocateDirect(RecordFormat.MAX_HEADER);

        Writer(ExcerptAppender appender) {
            this.appender = appender;
        }

        void write(LogRecord entry) {
            RecordFormat.writeHeader(entry, header);
            DocumentContext document = appender.writingDocument();
            try {
                Bytes<?> out = document.wire().bytes();
                out.writeSome(header);
                out.writeSome(entry.batch().duplicate());
            } catch (RuntimeException | Error trouble) {
                document.rollbackOnClose(); // closing alone would commit the half-written record
                throw trouble;
            } finally {
                document.close();
            }
        }
    }
}
