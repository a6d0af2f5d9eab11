package io.sojourn.sites.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sojourn.sites.Consent;
import io.sojourn.sites.Origin;
import io.sojourn.sites.Site;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlSitesTest {
    private static final InstantSource CLOCK = () -> Instant.ofEpochMilli(1_000);

    @TempDir
    Path folder;

    @Test
    void aSiteIsFoundByItsKeyAndItsNumberAndOutlivesARestart() {
        Site made;
        try (Database database = Database.inFile(folder.resolve("owners"))) {
            made = new SqlSites(database, CLOCK)
                    .create(
                            " Shop ",
                            List.of(Origin.of("https://b.example"), Origin.of("https://a.example")),
                            Consent.REQUIRED);
        }
        try (Database database = Database.inFile(folder.resolve("owners"))) {
            SqlSites sites = new SqlSites(database, CLOCK);
            Site found = sites.byKey(made.key());
            assertThat(found).isEqualTo(sites.byId(made.id()));
            assertThat(found.name()).isEqualTo("Shop");
            assertThat(found.consent()).isEqualTo(Consent.REQUIRED);
            assertThat(found.allows("https://a.example")).isTrue();
            assertThat(found.allows("https://c.example")).isFalse();
        }
    }

    @Test
    void theFirstEventIsNotedOnce() {
        try (Database database = Database.inFile(folder.resolve("owners"))) {
            SqlSites sites = new SqlSites(database, CLOCK);
            Site site = sites.create("Shop", List.of(Origin.of("a.example")), Consent.NOT_REQUIRED);
            assertThat(site.firstEventAt()).isNull();
            sites.firstEvent(site.id(), 5);
            sites.firstEvent(site.id(), 9);
            assertThat(new SqlSites(database, CLOCK).byId(site.id()).firstEventAt())
                    .isEqualTo(5);
        }
    }

    @Test
    void aChangedSiteKeepsItsKeyAndTakesFromItsNewAddressesOnly() {
        try (Database database = Database.inFile(folder.resolve("owners"))) {
            SqlSites sites = new SqlSites(database, CLOCK);
            Site made = sites.create("Shop", List.of(Origin.of("a.example")), Consent.REQUIRED);
            sites.firstEvent(made.id(), 5);
            Site changed = sites.change(made.id(), "Store", List.of(Origin.of("www.a.example")), Consent.NOT_REQUIRED);
            assertThat(changed.key()).isEqualTo(made.key());
            assertThat(changed.firstEventAt()).isEqualTo(5);
            assertThat(changed.allows("https://www.a.example")).isTrue();
            assertThat(changed.allows("https://a.example")).isFalse();
            assertThat(sites.byKey(made.key())).isEqualTo(changed);
            assertThat(new SqlSites(database, CLOCK).byId(made.id())).isEqualTo(changed);
        }
    }

    @Test
    void aSiteWithoutNameOrAddressIsRefusedWithASentence() {
        try (Database database = Database.inFile(folder.resolve("owners"))) {
            SqlSites sites = new SqlSites(database, CLOCK);
            assertThatThrownBy(() -> sites.create(" ", List.of(Origin.of("a.example")), Consent.REQUIRED))
                    .hasMessageContaining("name");
            assertThatThrownBy(() -> sites.create("Shop", List.of(), Consent.REQUIRED))
                    .hasMessageContaining("addresses");
        }
    }
}
