package io.sojourn.eventlog.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.EventLog;
import io.sojourn.eventlog.EventLogContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ChronicleEventLogTest extends EventLogContract {
    @Override
    protected EventLog open(Path folder) {
        return ChronicleEventLog.open(folder.resolve("log"));
    }

    @Test
    void aLogThatWasNotClosedIsOpenedAgainAtOnce() throws Exception {
        append("one");
        EventLog second = open(folder); // what a process finds after the one before it was killed
        second.close();
        assertThat(readAll(null)).containsExactly("one");
    }
}
