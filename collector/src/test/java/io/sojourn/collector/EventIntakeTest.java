package io.sojourn.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sojourn.eventlog.EventLog;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogReader;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.asset.FileAssetStore;
import io.sojourn.eventlog.chronicle.ChronicleEventLog;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.EventList;
import io.sojourn.eventlog.wire.ServerEvent;
import io.sojourn.sites.Consent;
import io.sojourn.sites.Origin;
import io.sojourn.sites.ServerKeys;
import io.sojourn.sites.Site;
import io.sojourn.sites.Sites;
import io.sojourn.sites.store.Database;
import io.sojourn.sites.store.SqlServerKeys;
import io.sojourn.sites.store.SqlSites;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that a site's own server tells. */
class EventIntakeTest {
    private static final String ORDER = """
            {"type": "order", "key": "order-17", "happenedAt": 1700000000000, "value": 59.9, "currency": "EUR", "userKey": "u1",
             "visitorId": "00000000000000010000000000000002", "properties": {"b": 2, "a": "one"}}""";

    @TempDir
    Path folder;

    private final InstantSource clock = () -> Instant.ofEpochMilli(1_700_000_000_000L);
    private Database database;
    private EventLog log;
    private ServerKeys keys;
    private Site site;
    private EventIntake intake;
    private IntakeLedger ledger;

    @BeforeEach
    void open() {
        database = Database.inFile(folder.resolve("owners"));
        Sites sites = new SqlSites(database, clock);
        site = sites.create("Shop", List.of(Origin.of("https://shop.example")), Consent.NOT_REQUIRED);
        keys = new SqlServerKeys(database, clock);
        log = ChronicleEventLog.open(folder.resolve("log"));
        ledger = new IntakeLedger(new SimpleMeterRegistry());
        Admission admission = new Admission(
                new InFlight(1 << 20),
                new DiskWatch(() -> Long.MAX_VALUE, DiskWatch.Marks.DEFAULT),
                new RateLimits(RateLimits.PerSecond.DEFAULT, clock));
        Intake batches = new Intake(
                sites,
                log,
                FileAssetStore.open(folder.resolve("assets"), 1 << 20),
                admission,
                ledger,
                clock,
                Runnable::run);
        intake = new EventIntake(batches, sites, keys);
    }

    @AfterEach
    void close() {
        log.close();
        database.close();
    }

    @Test
    void anOrderIsKeptAsAnEventOfItsOwnAndARetryIsTheSameRecord() throws Exception {
        String bearer = "Bearer " + keys.renew(site.id());
        assertThat(send(bearer, ORDER)).isEqualTo("logged");
        assertThat(send(
                        bearer,
                        "{\"events\": [" + ORDER.replace("\"b\": 2, \"a\": \"one\"", "\"a\": \"one\", \"b\": 2")
                                + "]}"))
                .isEqualTo("logged");

        List<Batch> kept = kept();
        assertThat(kept).hasSize(2);
        assertThat(kept.get(1)).isEqualTo(kept.get(0));
        Batch batch = kept.get(0);
        assertThat(batch.getServerSide()).isTrue();
        assertThat(batch.getVisitorId()).isEqualTo(new Id128(1, 2).toByteString());
        ServerEvent event = EventList.parseFrom(batch.getPayload()).getEvents(0).getServerEvent();
        assertThat(event.getType()).isEqualTo("order");
        assertThat(event.getValue()).isEqualTo(59.9);
        assertThat(event.getPropertiesMap()).containsEntry("a", "one").containsEntry("b", "2");
    }

    @Test
    void differentKeysAreDifferentRecords() throws Exception {
        String bearer = "Bearer " + keys.renew(site.id());
        send(bearer, "{\"events\": [" + ORDER + "," + ORDER.replace("order-17", "order-18") + "]}");

        List<Batch> kept = kept();
        assertThat(kept.get(0).getSessionId()).isNotEqualTo(kept.get(1).getSessionId());
    }

    @Test
    void everyMistakeIsNamedAndNothingIsKept() throws Exception {
        String bearer = "Bearer " + keys.renew(site.id());
        String said = send(
                bearer,
                "{\"events\": [" + ORDER + ", {\"type\": \"Order!\", \"happenedAt\": \"now\", \"currency\": \"euro\","
                        + " \"value\": \"much\"}]}");

        assertThat(said)
                .contains("events[1].type is a word")
                .contains("events[1].key is missing")
                .contains("events[1].happenedAt is the time")
                .contains("events[1].currency is a code")
                .contains("events[1].value is a number");
        assertThat(send(bearer, "{")).contains("this is not JSON");
        assertThat(kept()).isEmpty();
        assertThat(ledger.of(site.id(), false).rejected()).containsEntry(Rejection.WRONG_EVENTS, 2L);
    }

    @Test
    void onlyTheSitesNewestKeyOpens() {
        String old = keys.renew(site.id());
        String key = keys.renew(site.id());

        assertThat(send(null, ORDER)).isEqualTo("wrong-key");
        assertThat(send("Bearer " + old, ORDER)).isEqualTo("wrong-key");
        assertThat(send("Bearer " + key, ORDER)).isEqualTo("logged");
        assertThat(new SqlServerKeys(database, clock).siteOf(key)).isEqualTo(site.id());
        keys.revoke(site.id());
        assertThat(send("Bearer " + key, ORDER)).isEqualTo("wrong-key");
    }

    private String send(String authorization, String json) {
        List<String> said = new ArrayList<>();
        intake.receive(authorization, json.getBytes(StandardCharsets.UTF_8), new EventIntake.Answer() {
            @Override
            public void mistaken(List<String> mistakes) {
                said.add(String.join("; ", mistakes));
            }

            @Override
            public void logged(List<Id128> lacking) {
                said.add("logged");
            }

            @Override
            public void rejected(Rejection reason, String detail) {
                said.add(reason.key());
            }

            @Override
            public void refused(Refusal reason) {
                said.add(reason.key());
            }
        });
        assertThat(said).hasSize(1);
        return said.get(0);
    }

    private List<Batch> kept() throws Exception {
        List<Batch> kept = new ArrayList<>();
        try (LogReader reader = log.readFrom(null)) {
            for (LogRecord entry = reader.next(); entry != null; entry = reader.next()) {
                kept.add(Batch.parseFrom(entry.batch()));
            }
        }
        return kept;
    }
}
