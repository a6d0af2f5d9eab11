package io.sojourn.eventlog.chronicle;

import io.sojourn.eventlog.Durability;
import io.sojourn.eventlog.EventLog;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogGap;
import io.sojourn.eventlog.LogReader;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.LogUnavailable;
import io.sojourn.eventlog.Position;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.threads.YieldingPauser;
import net.openhft.chronicle.wire.DocumentContext;
import org.jspecify.annotations.Nullable;

/**
 * The log on one Chronicle Queue, an appender per appending thread. What was appended is in the page cache and so in the file:
 * it survives the death of the process. With {@link Durability#POWER_LOSS} it is forced to the disk as well before the callback. The caller holds the data folder's lock, so nobody else writes here.
 *
 * <p>One shared queue appended to on the receiving thread was measured cheapest: 1.28 times the CPU of a server that stores
 * nothing, against 1.73 for a ring with one writer.
 */
public final class ChronicleEventLog implements EventLog {
    /** New pages of the mapped file are taken in steps of this size. */
    private static final long BLOCK_BYTES = 64L << 20;

    /**
     * How often an appender looks whether the queue's lock is free before it lets others run: about as long as a record takes. Who
     * holds the lock may be waiting for this very core; Chronicle's half a million looks were a twelfth of all the work.
     */
    private static final int SPINS = 200;

    private final SingleChronicleQueue queue;
    private final CycleFiles files;
    private final Reserve reserve;
    private final String id;
    private final ThreadLocal<Writer> writers = ThreadLocal.withInitial(this::newWriter);

    private final @Nullable GroupCommit group;

    /** Opens the log in {@code folder}, making it if need be. @throws LogUnavailable if the disk would not */
    public static ChronicleEventLog open(Path folder, Durability durability) {
        return open(folder, RollCycles.HALF_HOURLY, durability, force -> force);
    }

    /** With records that survive the death of the process. */
    public static ChronicleEventLog open(Path folder) {
        return open(folder, Durability.PROCESS_CRASH);
    }

    /** @param watch sees each force of a group before it happens */
    static ChronicleEventLog open(Path folder, RollCycles cycle, Durability durability, UnaryOperator<Runnable> watch) {
        // Before any class of Chronicle wakes up: it reports to its makers otherwise.
        System.setProperty("chronicle.analytics.disable", "true");
        System.setProperty("chronicle.announcer.disable", "true");
        // Chronicle calls the system through JNA, which would unpack itself under the home folder.
        System.setProperty("jna.tmpdir", System.getProperty("jna.tmpdir", System.getProperty("java.io.tmpdir")));
        try {
            return new ChronicleEventLog(folder, cycle, durability, watch);
        } catch (RuntimeException | Error trouble) {
            throw new LogUnavailable("the event log in " + folder + " could not be opened", trouble);
        }
    }

    private ChronicleEventLog(Path folder, RollCycles cycle, Durability durability, UnaryOperator<Runnable> watch) {
        this.id = LogIdentity.of(folder);
        StaleLocks.release(folder);
        this.queue = SingleChronicleQueueBuilder.binary(folder)
                .rollCycle(cycle)
                .blockSize(BLOCK_BYTES)
                .pauserSupplier(() -> new YieldingPauser(SPINS))
                .build();
        this.files = new CycleFiles(folder, cycle);
        this.reserve = new Reserve(files::file);
        this.group = durability == Durability.POWER_LOSS ? new GroupCommit(watch.apply(files::force)) : null;
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
            // A full disk, mostly. Where the reserve could not see it, it is an InternalError out of the mapping.
            callback.failed(new LogUnavailable("the event log takes nothing now", trouble));
            return;
        }
        if (group == null) {
            callback.appended();
        } else {
            group.appended(callback);
        }
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
        if (group != null) {
            group.close();
        }
        queue.close();
        try {
            reserve.close();
        } catch (IOException alreadyGone) {
            throw new LogUnavailable("the event log did not close well", alreadyGone);
        }
    }

    private Writer newWriter() {
        return new Writer(queue.createAppender(), reserve);
    }

    /** One thread's way in. The header is put together outside the document, so that none stays open for long. */
    private static final class Writer {
        private final ExcerptAppender appender;
        private final ByteBuffer header = ByteBuffer.allocateDirect(RecordFormat.MAX_HEADER);
        private final CRC32C crc = new CRC32C();

        private final Reserve reserve;

        Writer(ExcerptAppender appender, Reserve reserve) {
            this.appender = appender;
            this.reserve = reserve;
        }

        void write(LogRecord entry) {
            ByteBuffer batch = entry.batch();
            int start = batch.position();
            RecordFormat.writeHeader(entry, header, crc);
            int cycle;
            long end;
            DocumentContext document = appender.writingDocument();
            try {
                Bytes<?> out = document.wire().bytes();
                cycle = appender.cycle();
                reserve.take(cycle, out.writePosition(), (long) header.remaining() + batch.remaining());
                out.writeSome(header);
                out.writeSome(accessible(batch));
                end = out.writePosition();
            } catch (RuntimeException | Error trouble) {
                document.rollbackOnClose(); // closing alone would commit the half-written record
                throw trouble;
            } finally {
                document.close();
                batch.position(start);
            }
            reserve.goAhead(cycle, end);
        }

        /**
         * Chronicle wants the address or the array behind a buffer. One on the heap that may only be read has neither, and of one
         * that begins within its array it would write the wrong bytes without a word.
         */
        private static ByteBuffer accessible(ByteBuffer batch) {
            return batch.isDirect() || batch.hasArray() && batch.arrayOffset() == 0
                    ? batch
                    : ByteBuffer.allocate(batch.remaining()).put(batch).flip();
        }
    }
}
