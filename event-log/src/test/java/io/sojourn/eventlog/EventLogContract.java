package io.sojourn.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every engine of the log keeps. */
public abstract class EventLogContract {
    @TempDir
    protected Path folder;

    private EventLog log;

    /** Opens the engine on {@code folder}; called again after {@link #reopen()}. */
    protected abstract EventLog open(Path folder);

    @BeforeEach
    void openLog() {
        log = open(folder);
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    protected final EventLog log() {
        return log;
    }

    protected final void reopen() {
        log.close();
        log = open(folder);
    }

    @Test
    void whatWasAppendedIsReadBackInOrderByteForByte() throws Exception {
        append("one", "two", "three");

        assertThat(readAll(null)).containsExactly("one", "two", "three");
    }

    @Test
    void aRecordKeepsEverythingTheReceiverKnew() throws Exception {
        log.append(key(1), new LogRecord(1_700_000_000_123L, 42, "Agent/1 (ü)", "10.1.2.0", bytes("x")), mustSucceed());

        LogRecord read;
        try (LogReader reader = log.readFrom(null)) {
            read = reader.next();
        }
        assertThat(read).isNotNull();
        assertThat(read.receivedAt()).isEqualTo(1_700_000_000_123L);
        assertThat(read.siteId()).isEqualTo(42);
        assertThat(read.userAgent()).isEqualTo("Agent/1 (ü)");
        assertThat(read.address()).isEqualTo("10.1.2.0");
    }

    @Test
    void anEmptyLogHasNothingToReadAndAReaderSeesWhatComesLater() throws Exception {
        try (LogReader reader = log.readFrom(null)) {
            assertThat(reader.next()).isNull();
            append("late");
            assertThat(text(reader.next())).isEqualTo("late");
        }
    }

    @Test
    void aReaderMayBeHandedToAnotherThread() throws Exception {
        append("one", "two");
        List<String> texts = new ArrayList<>();
        try (LogReader reader = log.readFrom(null)) {
            texts.add(text(reader.next()));
            Thread other = new Thread(() -> texts.add(text(reader.next())));
            other.start();
            other.join();
        }
        assertThat(texts).containsExactly("one", "two");
    }

    @Test
    void readingGoesOnBehindASavedPositionAfterARestart() throws Exception {
        append("one", "two");
        Position afterOne = positionAfter(1);
        reopen();
        append("three");

        assertThat(readAll(afterOne)).containsExactly("two", "three");
    }

    @Test
    void aPositionAtTheEndWaitsForWhatComesNext() throws Exception {
        append("one");
        Position end = positionAfter(1);
        reopen();
        assertThat(readAll(end)).isEmpty();
        append("two");
        assertThat(readAll(end)).containsExactly("two");
    }

    @Test
    void thePositionOfAFreshReaderIsTheBeginning() throws Exception {
        Position beginning = positionAfter(0);
        append("one");
        assertThat(readAll(beginning)).containsExactly("one");
    }

    @Test
    void theLogKeepsItsNameAndRefusesPositionsOfAnother() throws Exception {
        append("one");
        Position position = positionAfter(1);
        String id = log.id();
        reopen();

        assertThat(log.id()).isEqualTo(id);
        Position foreign = new Position("another log", position.index(), position.crc());
        assertThatThrownBy(() -> log.readFrom(foreign)).isInstanceOf(LogGap.class);
    }

    @Test
    void aPositionWhoseRecordIsAnotherOneIsAGap() throws Exception {
        append("one");
        Position position = positionAfter(1);
        Position swapped = new Position(position.logId(), position.index(), position.crc() + 1);

        assertThatThrownBy(() -> log.readFrom(swapped)).isInstanceOf(LogGap.class);
    }

    @Test
    void largeRecordsComeBackWhole() throws Exception {
        byte[] large = new byte[6 << 20];
        new Random(1).nextBytes(large);
        log.append(key(1), new LogRecord(1, 1, "", "", ByteBuffer.wrap(large)), mustSucceed());

        try (LogReader reader = log.readFrom(null)) {
            LogRecord read = reader.next();
            assertThat(read).isNotNull();
            assertThat(read.batch()).isEqualTo(ByteBuffer.wrap(large));
        }
    }

    @Test
    void whateverKindOfBufferHoldsTheBatchItsRestIsLoggedAndItStaysAsItWas() throws Exception {
        ByteBuffer direct = ByteBuffer.allocateDirect(9).put(bytes("xxbatchxx")).flip();
        for (ByteBuffer kind : List.of(bytes("xxbatchxx"), direct)) {
            ByteBuffer rest = kind.position(2).limit(7);
            for (ByteBuffer batch : List.of(rest, rest.slice(), rest.asReadOnlyBuffer())) {
                int position = batch.position();
                log.append(key(1), new LogRecord(1, 1, "", "", batch), mustSucceed());
                assertThat(batch.position()).isEqualTo(position);
            }
        }

        assertThat(readAll(null)).hasSize(6).containsOnly("batch");
    }

    @Test
    void threadsAppendTogetherAndNothingIsLostOrTorn() throws Exception {
        Set<String> sent = ConcurrentHashMap.newKeySet();
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            int name = thread;
            threads.add(new Thread(() -> {
                for (int i = 0; i < 250; i++) {
                    String text = name + ":" + i + ":" + "x".repeat(i);
                    sent.add(text);
                    append(text);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(readAll(null)).hasSize(1000).containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    void forcingAnEmptyAndAFilledLogBothWork() {
        log.force();
        append("one");
        log.force();
    }

    @Test
    void whatIsNotYetReadIsNeverReleased() throws Exception {
        append("one", "two");
        log.release(positionAfter(1), Long.MAX_VALUE);

        assertThat(readAll(positionAfter(1))).containsExactly("two");
    }

    protected final void append(String... texts) {
        for (String text : texts) {
            log.append(key(text.hashCode()), new LogRecord(1, 1, "agent", "", bytes(text)), mustSucceed());
        }
    }

    protected final List<String> readAll(Position from) throws LogGap {
        List<String> texts = new ArrayList<>();
        try (LogReader reader = log.readFrom(from)) {
            for (LogRecord entry = reader.next(); entry != null; entry = reader.next()) {
                texts.add(text(entry));
            }
        }
        return texts;
    }

    protected final Position positionAfter(int records) throws LogGap {
        try (LogReader reader = log.readFrom(null)) {
            for (int i = 0; i < records; i++) {
                reader.next();
            }
            return reader.position();
        }
    }

    private static EventLog.AppendCallback mustSucceed() {
        AtomicInteger calls = new AtomicInteger();
        return new EventLog.AppendCallback() {
            @Override
            public void appended() {
                assertThat(calls.incrementAndGet()).isEqualTo(1);
            }

            @Override
            public void failed(LogUnavailable reason) {
                throw reason;
            }
        };
    }

    private static Id128 key(long low) {
        return new Id128(7, low);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(LogRecord entry) {
        byte[] bytes = new byte[entry.batch().remaining()];
        entry.batch().duplicate().get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
