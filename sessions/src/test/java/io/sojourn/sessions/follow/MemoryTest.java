package io.sojourn.sessions.follow;

import static io.sojourn.sessions.testing.VisitBuilder.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.sessions.SessionKey;
import io.sojourn.sessions.kept.Erased;
import io.sojourn.sessions.kept.KeptSession;
import io.sojourn.sessions.kept.LaneTotals;
import io.sojourn.sessions.kept.LoadedSession;
import io.sojourn.sessions.testing.InMemoryEventLog;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whoever sends a lot gets a follower that takes longer, never one that runs out of memory. */
class MemoryTest {
    @Test
    void readingPausesWhenEnoughWaitsForTheFlush() {
        InMemoryEventLog source = new InMemoryEventLog().with(visits(100));
        LogFollower log =
                new LogFollower(source, null, nobody(), Caps.DEFAULT, new FollowMetrics(new SimpleMeterRegistry()));

        assertThat(log.read(1_000, 10_000)).isBetween(1, 10);
        log.pending().clear();
        assertThat(log.read(1_000, Long.MAX_VALUE)).isBetween(90, 99);
    }

    @Test
    void smallSessionsAreDerivedTogether() {
        assertThat(Deriver.portions(sessions(2_150, new LaneTotals(2_000, 20, 3, 0))))
                .extracting(List::size)
                .containsExactly(1_000, 1_000, 150);
    }

    @Test
    void largeSessionsAreDerivedOneByOne() {
        assertThat(Deriver.portions(sessions(5, new LaneTotals(15 << 20, 20, 3, 0))))
                .hasSize(5);
        assertThat(Deriver.portions(sessions(5, new LaneTotals(2_000, 200_000, 3, 0))))
                .hasSize(5);
    }

    private static Erased nobody() {
        return new Erased() {
            @Override
            public boolean hasSession(SessionKey session) {
                return false;
            }

            @Override
            public boolean hasVisitor(int site, Id128 visitor) {
                return false;
            }
        };
    }

    private static List<LogRecord> visits(int many) {
        return LongStream.range(0, many)
                .mapToObj(number -> aVisit(number).on("/").records().get(0))
                .toList();
    }

    private static List<OpenSession> sessions(int many, LaneTotals size) {
        return LongStream.range(0, many)
                .mapToObj(number -> new SessionKey(1, new Id128(0, number)))
                .map(key -> new KeptSession(key, 0, 0, 0, size, LaneTotals.NONE, false, 1, 0))
                .map(kept -> new OpenSession(new LoadedSession(kept, List.of())))
                .toList();
    }
}
