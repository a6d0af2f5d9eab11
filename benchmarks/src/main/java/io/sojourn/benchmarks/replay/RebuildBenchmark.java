package io.sojourn.benchmarks.replay;

import io.sojourn.replay.Playback;
import io.sojourn.sessions.Session;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The demo's recorded visits, one after the other on one core: from their events to a replay that is ready, and its last page. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
public class RebuildBenchmark {
    private List<Session> visits = List.of();
    private int next;

    @Setup
    public void read() throws IOException {
        visits = DemoVisits.all();
    }

    /** One visit made ready for replay. */
    @Benchmark
    public Playback rebuild() {
        return Playback.of(null, visit());
    }

    /** The same, and its last picture as HTML. */
    @Benchmark
    public int rebuildAndWrite() {
        return Playback.of(null, visit()).htmlAt(Playback.END).orElse("").length();
    }

    private Session visit() {
        next = (next + 1) % visits.size();
        return visits.get(next);
    }
}
