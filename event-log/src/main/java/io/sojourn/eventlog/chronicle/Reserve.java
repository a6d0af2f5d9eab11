package io.sojourn.eventlog.chronicle;

import io.sojourn.eventlog.LogUnavailable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Takes disk space for the log ahead of what is written, so that no record is ever written through the mapping into a page the
 * disk has no room for. That would be an error of the whole process at some later moment, perhaps after the record was
 * acknowledged; a write that finds no room is refused here and now instead. To be called by who holds the queue's write lock.
 */
final class Reserve implements AutoCloseable {
    private static final int STEP = 1 << 20;

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
    private @Nullable FileChannel file;
    private int cycle = -1;
    private long opened;
    private long ahead = LEAST_AHEAD;
    private long reserved;

    /** @param files the file of a cycle */
    Reserve(IntFunction<Path> files) {
        this.files = files;
    }

    /**
     * Makes sure of the room for a record and of what may follow it. Nothing has been written behind {@code start} yet.
     *
     * @throws LogUnavailable when the disk has no room
     */
    synchronized void take(int cycle, long start, long length) {
        if (cycle == this.cycle && start + length + ahead <= reserved) {
            return;
        }
        try {
            FileChannel channel = open(cycle, start);
            ahead = Math.max(LEAST_AHEAD, Math.min(MOST_AHEAD, start - opened));
            while (reserved < start + length + ahead) {
                reserved += channel.write(zeros.duplicate(), reserved);
            }
        } catch (IOException full) {
            throw new LogUnavailable("the disk has no room for the event log", full);
        }
    }

    private FileChannel open(int cycle, long start) throws IOException {
        FileChannel channel = file;
        if (channel == null || cycle != this.cycle) {
            close();
            channel = FileChannel.open(files.apply(cycle), StandardOpenOption.WRITE);
            file = channel;
            this.cycle = cycle;
            reserved = start;
            opened = start;
            ahead = LEAST_AHEAD;
        }
        return channel;
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
