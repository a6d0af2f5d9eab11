package io.sojourn.eventlog.chronicle;

import java.nio.file.Files;
import java.nio.file.Path;
import net.openhft.chronicle.queue.impl.TableStore;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.queue.impl.single.TableStoreWriteLock;
import net.openhft.chronicle.queue.impl.table.Metadata;
import net.openhft.chronicle.queue.impl.table.SingleTableBuilder;
import net.openhft.chronicle.threads.BusyTimedPauser;

/**
 * Takes away the queue locks that a killed process left behind. A lock holds only a process number, and in a container the
 * next process has the same number as the dead one, so Chronicle would wait for itself. Right only because the data folder
 * has a lock of its own that dies with its process.
 */
final class StaleLocks {
    private static final String APPEND_LOCK = "chronicle.append.lock";

    private StaleLocks() {}

    static void release(Path folder) {
        Path table = folder.resolve("metadata.cq4t");
        if (!Files.exists(table)) {
            return;
        }
        SingleChronicleQueueBuilder.addAliases(); // the table names its classes by them
        try (TableStore<?> store = SingleTableBuilder.binary(table.toFile(), Metadata.NoMeta.INSTANCE)
                .readOnly(false)
                .build()) {
            new TableStoreWriteLock(store, BusyTimedPauser::new, 0L, APPEND_LOCK).forceUnlock();
            new TableStoreWriteLock(store, BusyTimedPauser::new, 0L).forceUnlock();
        }
    }
}
