package io.sojourn.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.journey.stall.Verification.Verdict;
import io.sojourn.sites.Consent;
import io.sojourn.sites.Origin;
import io.sojourn.sites.alert.AlertChannel.Kind;
import io.sojourn.sites.alert.AlertChannel.Pace;
import io.sojourn.sites.alert.Delivery;
import io.sojourn.sites.proof.Release;
import io.sojourn.sites.proof.StallBook;
import io.sojourn.sites.proof.StallState;
import io.sojourn.sites.proof.StallStep;
import io.sojourn.sites.store.Database;
import io.sojourn.sites.store.SqlAlertChannels;
import io.sojourn.sites.store.SqlDeliveries;
import io.sojourn.sites.store.SqlReleases;
import io.sojourn.sites.store.SqlSites;
import io.sojourn.sites.store.SqlStallBook;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StallWatchTest {
    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-30T05:00:00Z");
    private final InstantSource clock = () -> now;
    private final ScriptedFigures figures = new ScriptedFigures();
    private Database database;
    private SqlDeliveries deliveries;
    private SqlReleases releases;
    private SqlStallBook book;
    private StallWatch watch;
    private int site;

    @BeforeEach
    void open() {
        database = Database.inFile(folder.resolve("owners"));
        SqlSites sites = new SqlSites(database, clock);
        site = sites.create("Shop", List.of(Origin.of("shop.example")), Consent.REQUIRED)
                .id();
        SqlAlertChannels channels = new SqlAlertChannels(database, clock);
        channels.add(site, Kind.HOOK, "https://example.com/", Pace.ONCE);
        deliveries = new SqlDeliveries(database, clock);
        releases = new SqlReleases(database, clock);
        book = new SqlStallBook(database, releases, clock);
        watch = new StallWatch(sites, book, releases, figures, new AlertPost(channels, deliveries, clock), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aStrongFindingIsToldOnceAndAWeakOneNever() {
        figures.places.add(new StallFigures.Place("s1", "Forms empty themselves.", true));
        figures.places.add(new StallFigures.Place("s2", "Perhaps something.", false));
        watch.run();
        watch.run();
        assertThat(told()).containsExactly("new s1");
        assertThat(deliveries.of(site, 9).get(0).body())
                .contains("Forms empty themselves.", "/sites/" + Integer.toHexString(site) + "/home/s1");
    }

    @Test
    void whoKnowsOfAStallIsNotToldThatItIsNew() {
        figures.places.add(new StallFigures.Place("s1", "Forms empty themselves.", true));
        say(StallState.ACKNOWLEDGED, null, null);
        watch.run();
        assertThat(told()).isEmpty();
    }

    @Test
    void aSuddenChangeIsToldOnceADayAndNotWhileMuted() {
        figures.places.add(new StallFigures.Place("s1", "Forms empty themselves.", false));
        figures.unusual.add("s1");
        watch.run();
        watch.run();
        assertThat(told()).hasSize(1);
        now = now.plus(Duration.ofDays(1));
        watch.run();
        assertThat(told()).hasSize(2);
        say(StallState.MUTED, null, now.plus(Duration.ofDays(9)).toEpochMilli());
        now = now.plus(Duration.ofDays(1));
        watch.run();
        assertThat(told()).hasSize(2);
    }

    @Test
    void aFixIsVerifiedByTheFiguresAndReopenedWhenItDoesNotHold() {
        Release release = releases.mark(site, "2.1", now.toEpochMilli(), null, "ann");
        say(StallState.FIXED, release.id(), null);
        watch.run();
        assertThat(standing().state()).isEqualTo(StallState.FIXED);
        figures.verdict = Verdict.FIXED;
        watch.run();
        assertThat(standing().state()).isEqualTo(StallState.VERIFIED);
        assertThat(standing().by()).isEqualTo(StallBook.THE_FIGURES);
        figures.verdict = Verdict.WORSE;
        watch.run();
        watch.run();
        assertThat(standing().state()).isEqualTo(StallState.REOPENED);
        assertThat(told()).hasSize(2);
    }

    private void say(StallState state, String release, Long until) {
        book.say(site, "s1", new StallBook.Word(state, null, release, until, null), "ann");
    }

    private StallStep standing() {
        return book.standing(site).get("s1");
    }

    private List<String> told() {
        return deliveries.of(site, 9).stream().map(Delivery::eventKey).toList();
    }

    /** Says what it is told to say. */
    private static final class ScriptedFigures implements StallFigures {
        final List<Place> places = new ArrayList<>();
        final Set<String> unusual = new HashSet<>();
        Verdict verdict = Verdict.NOT_ENOUGH_DATA;

        @Override
        public List<Place> places(int siteId) {
            return places;
        }

        @Override
        public Set<String> unusual(int siteId) {
            return unusual;
        }

        @Override
        public Verdict verdict(int siteId, String stall, Release release) {
            return verdict;
        }
    }
}
