package io.sojourn.sites.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sojourn.sites.Consent;
import io.sojourn.sites.Origin;
import io.sojourn.sites.agent.AgentSettings;
import io.sojourn.sites.agent.Masking;
import io.sojourn.sites.agent.Selectors;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlAgentBookTest {
    private static final InstantSource CLOCK = () -> Instant.ofEpochMilli(5);
    private static final AgentSettings DECIDED = new AgentSettings(
            true,
            true,
            false,
            0.25,
            Masking.STRICT,
            new Selectors(List.of(".name", "#a > b[title='x']")),
            new Selectors(List.of("video")),
            new Selectors(List.of(".chat")),
            new Selectors(List.of(".price")),
            List.of("color"),
            false);

    @TempDir
    Path folder;

    @Test
    void whatWasDecidedIsThereAfterARestart() {
        try (Database database = Database.inFile(folder.resolve("owners"))) {
            int site = new SqlSites(database, CLOCK)
                    .create("shop", List.of(new Origin("https://shop.example")), Consent.REQUIRED)
                    .id();
            SqlAgentBook book = new SqlAgentBook(database, CLOCK);
            assertThat(book.of(site)).isEqualTo(AgentSettings.DEFAULT);

            book.change(site, before -> AgentSettings.DEFAULT);
            book.change(site, before -> DECIDED);

            assertThat(new SqlAgentBook(database, CLOCK).of(site)).isEqualTo(DECIDED);
        }
    }

    @Test
    void whatCanBeNoSelectorIsRefused() {
        for (String wrong : List.of("", " ", "a{", "<script>", "a;b", "x".repeat(201), "a\nb")) {
            assertThatThrownBy(() -> new Selectors(List.of(wrong))).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new Selectors(List.of(" .a ", ".a")).each()).containsExactly(".a");
    }
}
