package io.sojourn.sites.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.sites.Consent;
import io.sojourn.sites.Origin;
import io.sojourn.sites.rules.Goal;
import io.sojourn.sites.rules.PageRule;
import io.sojourn.sites.rules.PathPattern;
import io.sojourn.sites.rules.SiteRules;
import io.sojourn.sites.rules.Step;
import io.sojourn.sites.rules.Thresholds;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SqlRuleBookTest {
    private static final InstantSource CLOCK = () -> java.time.Instant.ofEpochMilli(5);

    @TempDir
    Path folder;

    private Database database;
    private int site;

    @BeforeEach
    void open() {
        database = Database.inFile(folder.resolve("owners"));
        site = new SqlSites(database, CLOCK)
                .create("shop", List.of(new Origin("https://shop.example")), Consent.REQUIRED)
                .id();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aSiteBeginsWithTheDefaults() {
        assertThat(new SqlRuleBook(database, CLOCK).of(site)).isEqualTo(SiteRules.DEFAULT);
    }

    @Test
    void eachChangeIsANewVersionAndIsThereAfterARestart() {
        SiteRules made = new SqlRuleBook(database, CLOCK).change(site, everything());

        assertThat(made.version()).isEqualTo(2);
        assertThat(new SqlRuleBook(database, CLOCK).of(site)).isEqualTo(made);
        assertThat(made.goals().get(0).anyOf()).hasSize(3);
    }

    @Test
    void aChangeThatChangesNothingIsNoNewVersion() {
        SqlRuleBook book = new SqlRuleBook(database, CLOCK);
        book.change(site, everything());

        assertThat(book.change(site, everything()).version()).isEqualTo(2);
    }

    private static UnaryOperator<SiteRules> everything() {
        return before -> new SiteRules(
                before.version(),
                Thresholds.of(Map.of("rage.hammer_clicks", JsonMapper.shared().readTree("5"))),
                List.of(new PageRule(new PathPattern("/p/*"), "Products")),
                List.of(new Goal(
                        "bought",
                        "Bought something",
                        List.of(
                                new Step(Step.Kind.PAGE, "/thanks"),
                                new Step(Step.Kind.EVENT, "order"),
                                new Step(Step.Kind.ELEMENT, "#pay")))),
                List.of("staging.shop.example"));
    }
}
