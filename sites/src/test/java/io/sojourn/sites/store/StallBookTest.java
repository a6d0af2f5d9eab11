package io.sojourn.sites.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sojourn.sites.Consent;
import io.sojourn.sites.Origin;
import io.sojourn.sites.proof.Release;
import io.sojourn.sites.proof.StallBook.Word;
import io.sojourn.sites.proof.StallState;
import io.sojourn.sites.proof.StallStep;
import io.sojourn.sites.proof.Votes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StallBookTest {
    private static final long DAY = Duration.ofDays(1).toMillis();

    @TempDir
    Path folder;

    private long now = 100 * DAY;
    private Database database;
    private SqlReleases releases;
    private SqlStallBook book;
    private int site;

    @BeforeEach
    void open() {
        database = Database.inFile(folder.resolve("owners"));
        releases = new SqlReleases(database, () -> Instant.ofEpochMilli(now));
        book = new SqlStallBook(database, releases, () -> Instant.ofEpochMilli(now));
        site = new SqlSites(database, () -> Instant.ofEpochMilli(now))
                .create("Shop", List.of(Origin.of("shop.example")), Consent.REQUIRED)
                .id();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsSaidOfAStallAddsUpAndNothingIsOverwritten() {
        say(StallState.ACKNOWLEDGED, "ben@shop.example", null, null);
        Release release = releases.mark(site, " 2.1 ", now, null, "ann");
        StallStep fixed = say(StallState.FIXED, null, release.id(), null);
        assertThat(fixed.assignee()).isEqualTo("ben@shop.example");
        assertThat(book.standing(site)).containsOnlyKeys("s1").containsValue(fixed);
        assertThat(book.history(site, "s1"))
                .extracting(StallStep::state)
                .containsExactly(StallState.ACKNOWLEDGED, StallState.FIXED);
        assertThat(say(StallState.ACKNOWLEDGED, "", null, null).assignee()).isNull();
    }

    @Test
    void aFixNamesItsReleaseAndAMuteItsEnd() {
        assertThatThrownBy(() -> say(StallState.FIXED, null, null, null)).hasMessageContaining("which release");
        assertThatThrownBy(() -> say(StallState.FIXED, null, "ff", null)).hasMessageContaining("no such release");
        assertThatThrownBy(() -> say(StallState.MUTED, null, null, null)).hasMessageContaining("until when");
        assertThatThrownBy(() -> say(StallState.MUTED, null, null, now + 31 * DAY))
                .hasMessageContaining("30 days");
        assertThat(book.standing(site)).isEmpty();
    }

    @Test
    void aMuteEndsByItself() {
        StallStep muted = say(StallState.MUTED, null, null, now + 2 * DAY);
        assertThat(muted.stateAt(now + DAY)).isEqualTo(StallState.MUTED);
        assertThat(muted.stateAt(now + 2 * DAY)).isEqualTo(StallState.ACKNOWLEDGED);
    }

    @Test
    void aReleaseTakenBackOpensWhatHungOnIt() {
        Release release = releases.mark(site, "2.1", now, "the new checkout", "ann");
        say(StallState.FIXED, "ben", release.id(), null);
        releases.remove(site, release.id(), "ann");
        assertThat(releases.of(site)).isEmpty();
        StallStep standing = book.standing(site).get("s1");
        assertThat(standing.state()).isEqualTo(StallState.ACKNOWLEDGED);
        assertThat(standing.release()).isNull();
        assertThat(standing.assignee()).isEqualTo("ben");
        assertThat(book.history(site, "s1")).hasSize(2);
    }

    @Test
    void aReleaseNeedsANameAndATimeAndIsMarkedOnce() {
        assertThatThrownBy(() -> releases.mark(site, " ", now, null, "ann")).hasMessageContaining("name");
        assertThatThrownBy(() -> releases.mark(site, "3", now + 2 * DAY, null, "ann"))
                .hasMessageContaining("tomorrow");
        releases.mark(site, "2", now - DAY, null, "ann");
        releases.mark(site, "3", now, null, "ann");
        assertThatThrownBy(() -> releases.mark(site, "3", now, null, "ann")).hasMessageContaining("already");
        assertThat(releases.of(site)).extracting(Release::name).containsExactly("3", "2");
    }

    @Test
    void aSignalThatSeveralVotedOnCountsOnceAsMostOfThemSaid() {
        SqlVotes votes = new SqlVotes(database, () -> Instant.ofEpochMilli(now));
        Votes.Ballot first = new Votes.Ballot("rage", "a".repeat(32), 5);
        votes.cast(site, first, false, "ann");
        votes.cast(site, first, true, "ann");
        votes.cast(site, first, true, "ben");
        votes.cast(site, first, false, "cleo");
        votes.cast(site, new Votes.Ballot("rage", "a".repeat(32), 9), false, "ann");
        votes.cast(site, new Votes.Ballot("dead", "b".repeat(32), 9), true, "ann");
        votes.cast(site, new Votes.Ballot("dead", "b".repeat(32), 9), false, "ben");
        assertThat(votes.of(site))
                .containsEntry("rage", new Votes.Count(1, 2))
                .containsEntry("dead", new Votes.Count(0, 1));
        assertThatThrownBy(() -> votes.cast(site, new Votes.Ballot("rage", "no", 1), true, "ann"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private StallStep say(StallState state, @Nullable String assignee, @Nullable String release, @Nullable Long until) {
        return book.say(site, "s1", new Word(state, assignee, release, until, null), "ann");
    }
}
