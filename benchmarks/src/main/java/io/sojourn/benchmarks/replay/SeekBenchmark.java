package io.sojourn.benchmarks.replay;

import static java.util.Objects.requireNonNull;

import io.sojourn.replay.Playback;
import io.sojourn.sessions.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The server's share of opening and seeking in an hour's visit; the browser's comes on top. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
public class SeekBenchmark {
    @Param({"dashboard", "table"})
    public String page = "dashboard";

    private final Random random = new Random(1);
    private @Nullable Session session;
    private @Nullable Playback playback;

    @Setup
    public void prepare() {
        session = page.equals("table") ? LongVisit.table() : LongVisit.dashboard();
        playback = Playback.of(null, session);
    }

    /** From the kept events to the table of contents. */
    @Benchmark
    public Playback open() {
        return Playback.of(null, requireNonNull(session));
    }

    /** A minute from anywhere, as the player asks for it, compressed as the server sends it. */
    @Benchmark
    public int seek() throws IOException {
        long at = random.nextInt(LongVisit.LASTS_MS);
        byte[] events = requireNonNull(playback).eventsFrom(5, at, at + 60_000).orElseThrow();
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(sent)) {
            gzip.write(events);
        }
        return sent.size();
    }

    @Benchmark
    public int html() {
        return requireNonNull(playback)
                .htmlAt(random.nextInt(LongVisit.LASTS_MS))
                .orElseThrow()
                .length();
    }
}
