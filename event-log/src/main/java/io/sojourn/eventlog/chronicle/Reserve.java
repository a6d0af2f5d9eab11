package io.sojourn.eventlog.chronicle;

import io.sojourn.eventlog.LogUnavailable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Takes disk space for the log ahead of what is written, so that no record is ever written through the mapping into a page the
 * disk has no room for. That would be an error of the whole process at some later moment, perhaps after the record was
 * acknowledged; a write that finds no room is refused here and now instead.
 *
 * <p>Twice for a record: {@link #take} under the queue's write lock makes sure of the room and nearly always finds it, because
 * {@link #goAhead} got more after an earlier record, when no other thread had to wait for it.
 */
final class Reserve implements AutoCloseable {
    /** Zeros are copied from here again and again, so they should stay in the processor's cache. */
    private static final int STEP = 128 << 10;

    /** The next record's length word and the queue's own index pages lie behind a record. */
    private static final int LEAST_AHEAD = 256 << 10;

    /**
     * The system reads ahead of a fault, as far as this where it is set up for large disks. Where it finds a hole it makes empty
     * pages, which was a twelfth of all the work of receiving, only to see them overwritten here a moment later. So a busy file's
     * reserve goes ahead of that; a quiet one does not take room it will never use.
     */
    private static final int MOST_AHEAD = 8 << 20;

    private final IntFunction<Path> files;
    private final ByteBuffer zeros = ByteBuffer.allocateDirect(STEP);
    private final AtomicBoolean going = new AtomicBoolean();
    private @Nullable FileChannel file;
    private volatile int cycle = -1;
    private volatile long opened;
    private volatile long reserved;

    /** @param files the file of a cycle */
    Reserve(IntFunction<Path> files) {
        this.files = files;
    }

    /**
     * Makes sure of the room for a record and of what may follow it. To be called by who holds the queue's write lock: nothing
     * has been written behind {@code start} yet, and nobody else changes the cycle.
     *
     * @throws LogUnavailable when the disk has no room
     */
    void take(int cycle, long start, long length) {
        if (cycle == this.cycle && start + length + LEAST_AHEAD <= reserved) {
            return;
        }
        try {
            open(cycle, start);
            while (reserved < start + length + LEAST_AHEAD) {
                step(cycle);
            }
        } catch (IOException full) {
            throw new LogUnavailable("the disk has no room for the event log", full);
        }
    }

    /**
     * Gets room for records to come. To be called without any lock after a record that ended at {@code end}; one thread goes, the
     * others do not wait for it. A full disk is not its business: {@link #take} will say so to the record that needs the room.
     */
    void goAhead(int cycle, long end) {
        long wanted = end + Math.max(LEAST_AHEAD + 2 * STEP, Math.min(MOST_AHEAD, end - opened));
        if (reserved >= wanted || cycle != this.cycle || !going.compareAndSet(false, true)) {
            return;
        }
        try {
            boolean more = true;
            while (more && reserved < wanted) {
                more = step(cycle);
            }
        } catch (IOException full) {
            return;
        } finally {
            going.set(false);
        }
    }

    /** Behind what is reserved nothing is written, so zeros can be. @return false when the file is no longer this cycle's */
    private synchronized boolean step(int cycle) throws IOException {
        FileChannel channel = file;
        if (channel == null || cycle != this.cycle) {
            return false;
        }
        reserved += channel.write(zeros.duplicate(), reserved);
        return true;
    }

    private synchronized void open(int cycle, long start) throws IOException {
        if (file == null || cycle != this.cycle) {
            close();
            file = FileChannel.open(files.apply(cycle), StandardOpenOption.WRITE);
            reserved = start;
            opened = start;
            this.cycle = cycle;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
        cycle = -1;
    }
}
