package io.sojourn.benchmarks;

import static java.util.Objects.requireNonNull;

import com.google.protobuf.ByteString;
import io.sojourn.collector.BatchHeader;
import io.sojourn.collector.BatchRejected;
import io.sojourn.eventlog.EventLog;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.LogUnavailable;
import io.sojourn.eventlog.chronicle.ChronicleEventLog;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Lane;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What the intake does with a batch of 1.2 KB besides HTTP: read its header, append it to the log. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
            "-Dchronicle.analytics.disable=true",
            "-Dchronicle.announcer.disable=true"
        })
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class IntakeBenchmark {
    private static final int PAYLOAD_BYTES = 1_100;
    private static final Id128 SESSION = new Id128(1, 2);

    private ByteBuffer batch = ByteBuffer.allocate(0);
    private Path folder = Path.of("");
    private @Nullable EventLog log;

    @Setup
    public void open() throws IOException {
        byte[] payload = new byte[PAYLOAD_BYTES];
        new Random(1).nextBytes(payload);
        batch = ByteBuffer.wrap(Batch.newBuilder()
                .setSiteKey("abcdefghijkm")
                .setVisitorId(SESSION.toByteString())
                .setSessionId(SESSION.toByteString())
                .setTabId(ByteString.copyFrom(new byte[8]))
                .setDocumentId(ByteString.copyFrom(new byte[8]))
                .setLane(Lane.ANALYSIS)
                .setPayload(ByteString.copyFrom(payload))
                .build()
                .toByteArray());
        folder = Files.createTempDirectory("sojourn-bench");
        log = ChronicleEventLog.open(folder);
    }

    @TearDown
    public void close() throws IOException {
        requireNonNull(log).close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Benchmark
    public BatchHeader parseHeader() throws BatchRejected {
        return BatchHeader.parse(batch.duplicate());
    }

    @Benchmark
    public void append() {
        requireNonNull(log).append(SESSION, new LogRecord(1, 1, "agent", "10.0.0.0", batch), Thrower.INSTANCE);
    }

    private enum Thrower implements EventLog.AppendCallback {
        INSTANCE;

        @Override
        public void appended() {}

        @Override
        public void failed(LogUnavailable reason) {
            throw reason;
        }
    }
}
