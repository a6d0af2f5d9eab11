package io.sojourn.sessions.follow;

import static io.sojourn.sessions.testing.VisitBuilder.NOON;
import static io.sojourn.sessions.testing.VisitBuilder.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.EventList;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.eventlog.wire.ServerEvent;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.store.SessionSort;
import io.sojourn.sessions.testing.FactsDump;
import io.sojourn.sessions.testing.SessionsFixture;
import io.sojourn.sessions.testing.VisitBuilder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerSideTest {
    private static final VisitBuilder VISIT = aVisit(1).by(new Id128(5, 6)).on("/");

    @TempDir
    Path folder;

    @Test
    void whatASitesServerTellsNeverBeginsAVisit() {
        try (SessionsFixture house = new SessionsFixture(folder)) {
            house.follows(List.of(told(1, "a", new Id128(1, 1)), told(2, "b", null)));

            assertThat(sessions(house)).isZero();
            assertThat(told(house)).hasSize(2);
        }
    }

    @Test
    void itStandsBesideTheSessionThatItNames() {
        try (SessionsFixture house = new SessionsFixture(folder)) {
            house.follows(VISIT).follows(List.of(told(1, "a", VISIT.id())));

            assertThat(sessions(house)).isEqualTo(1);
            assertThat(told(house))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains(VISIT.id().toUuid().toString());
        }
    }

    @Test
    void toldTwiceItIsKeptOnce() {
        try (SessionsFixture house = new SessionsFixture(folder)) {
            house.follows(List.of(told(1, "a", null), told(9, "a", null), told(3, "", null), told(3, "", null)));
            assertThat(told(house)).hasSize(2);
        }
    }

    @Test
    void itIsErasedWithTheSessionAndWithTheVisitor() {
        try (SessionsFixture house = new SessionsFixture(folder)) {
            house.follows(VISIT).follows(List.of(told(1, "a", VISIT.id()), told(2, "b", null)));
            house.module().follower().eraseVisitor(1, new Id128(5, 6));
            assertThat(told(house)).hasSize(1);

            house.follows(List.of(told(3, "late", VISIT.id())));
            assertThat(told(house)).hasSize(1);
        }
    }

    private static long sessions(SessionsFixture house) {
        return house.module()
                .sessionList()
                .list(SessionFilter.all(1), SessionSort.NEWEST_FIRST, null, 10, NOON)
                .items()
                .size();
    }

    private static List<String> told(SessionsFixture house) {
        return FactsDump.of(house.module().facts(), "server_event").get("server_event");
    }

    private static LogRecord told(int sequence, String key, @org.jspecify.annotations.Nullable Id128 session) {
        ServerEvent event = ServerEvent.newBuilder()
                .setType("order")
                .setKey(key)
                .setValue(9.5)
                .build();
        Batch.Builder batch = Batch.newBuilder()
                .setServerSide(true)
                .setLane(Lane.ANALYSIS)
                .setSequence(sequence)
                .setDocumentId(ByteString.copyFrom(new byte[8]))
                .setPayload(EventList.newBuilder()
                        .addEvents(Event.newBuilder().setServerEvent(event))
                        .build()
                        .toByteString());
        if (session != null) {
            batch.setSessionId(session.toByteString());
        }
        return new LogRecord(NOON, 1, "", "", batch.build().toByteString().asReadOnlyByteBuffer());
    }
}
