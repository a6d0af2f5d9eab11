package io.sojourn.sessions.rebuild;

import static io.sojourn.sessions.testing.VisitBuilder.NOON;
import static io.sojourn.sessions.testing.VisitBuilder.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.Device;
import io.sojourn.sessions.Document;
import io.sojourn.sessions.Gap;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.TimedEvent;
import io.sojourn.sessions.testing.SessionsFixture;
import io.sojourn.sessions.testing.VisitBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionRebuilderTest {
    @Test
    void aClockThatIsMinutesWrongIsCorrected() {
        Session session = aVisit().withClockAhead(Duration.ofMinutes(7))
                .on("/")
                .after(Duration.ofSeconds(3))
                .clicks("#buy")
                .session();

        assertThat(session.startedAt()).isEqualTo(NOON + 50);
        assertThat(session.endedAt()).isEqualTo(NOON + 3_050);
    }

    @Test
    void aClockThatIsSecondsWrongIsBelieved() {
        Session session = aVisit().withClockAhead(Duration.ofSeconds(-4))
                .on("/")
                .clicks("#buy")
                .session();

        assertThat(session.startedAt()).isEqualTo(NOON - 4_000);
    }

    @Test
    void aRetryAfterHoursDoesNotShiftTheVisit() {
        VisitBuilder visit =
                aVisit().on("/").sends().after(Duration.ofSeconds(9)).clicks("#buy");
        List<LogRecord> records = new ArrayList<>(visit.records());
        LogRecord second = records.get(1);
        records.set(1, new LogRecord(second.receivedAt() + 7_200_000, 1, second.userAgent(), "", second.batch()));

        assertThat(rebuilt(records).startedAt()).isEqualTo(NOON);
    }

    @Test
    void missingBatchesLeaveAGapWhereTheyBelong() {
        List<LogRecord> records = aVisit().on("/")
                .sends()
                .clicks("#a")
                .sends()
                .clicks("#b")
                .sends()
                .clicks("#c")
                .records();
        Document document =
                rebuilt(List.of(records.get(0), records.get(3))).documents().get(0);

        assertThat(document.events()).hasSize(2);
        assertThat(document.gaps()).containsExactly(new Gap(1, NOON, Gap.Reason.MISSING, "batches 1 to 2 are missing"));
    }

    @Test
    void aDocumentWhoseFirstBatchIsMissingBeginsWithAGap() {
        List<LogRecord> records = aVisit().on("/").sends().clicks("#a").records();

        assertThat(rebuilt(records.subList(1, 2)).documents().get(0).gaps())
                .containsExactly(new Gap(0, NOON, Gap.Reason.MISSING, "batch 0 is missing"));
    }

    @Test
    void eventsKeepTheOrderTheyWereWrittenIn() {
        Session session =
                aVisit().on("/").clicks("#a").sends().clicks("#b").clicks("#c").session();

        assertThat(session.documents().get(0).events().stream()
                        .map(TimedEvent::event)
                        .filter(event -> event.hasClick())
                        .map(event -> event.getClick().getElement().getId()))
                .containsExactly("a", "b", "c");
    }

    @Test
    void theClientIsReadFromTheFirstPageAndTheUserAgent() {
        Session session = aVisit().onTablet().speaking("de-AT").on("/").session();

        assertThat(session.client().device()).isEqualTo(Device.TABLET);
        assertThat(session.client().browser()).isEqualTo("Chrome");
        assertThat(session.client().os()).isEqualTo("Linux");
        assertThat(session.client().language()).isEqualTo("de-AT");
        assertThat(session.client().automated()).isFalse();
    }

    @Test
    void crawlersAreKnownByName() {
        Session session = aVisit().with("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")
                .on("/")
                .session();

        assertThat(session.client().automated()).isTrue();
    }

    @Test
    void aVisitorWhoMayNotBeKnownIsAbsent() {
        assertThat(aVisit().by(null).on("/").session().visitor()).isNull();
        assertThat(aVisit().by(new Id128(1, 2)).on("/").session().visitor()).isEqualTo(new Id128(1, 2));
    }

    @TempDir
    Path folder;

    private Session rebuilt(List<LogRecord> records) {
        try (SessionsFixture house = new SessionsFixture(folder)) {
            return house.follows(records)
                    .module()
                    .sessions()
                    .find(1, aVisit().id(), Lane.ANALYSIS)
                    .orElseThrow();
        }
    }
}
