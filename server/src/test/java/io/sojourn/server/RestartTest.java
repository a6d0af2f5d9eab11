package io.sojourn.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.sojourn.server.testing.Api;
import io.sojourn.server.testing.Chrome;
import io.sojourn.server.testing.ServerProcess;
import io.sojourn.server.testing.SitePages;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The server is killed in the middle of a visit; the visitor notices nothing, and neither do the counts. */
class RestartTest {
    @TempDir
    Path folder;

    @Test
    void aVisitGoesOnAcrossAKillAndNothingIsLostOrCountedTwice() {
        try (SitePages site = new SitePages();
                Chrome chrome = new Chrome();
                ServerProcess server = new ServerProcess(folder.resolve("data"))) {
            server.start();
            Api api = new Api(server.url());
            JsonNode made = api.post(
                    "/api/sites",
                    "{\"name\": \"Shop\", \"origins\": [\"%s\"], \"consent\": \"not-required\"}"
                            .formatted(site.origin()));
            site.paste(made.get("snippet").asString());
            String sessions = "/api/sites/" + made.get("id").asInt() + "/sessions";

            try (BrowserContext visitor = chrome.visitor(1280, 800)) {
                Page page = visitor.newPage();
                page.navigate(site.origin() + "/");
                page.waitForFunction("() => window.sojourn && sojourn('status') && sojourn('status').recording");
                clickTimes(page, 3);
                page.evaluate("() => sojourn('flush')");
                server.kill(); // what was acknowledged may not have been read yet
                clickTimes(page, 4);
                server.start();
                clickTimes(page, 2);
                page.evaluate("() => sojourn('flush')");
                JsonNode list =
                        api.await(sessions, found -> found.at("/items/0/clicks").asInt() >= 9);
                assertThat(list.get("items")).hasSize(1);
            }
            server.kill();
            server.start();
            JsonNode session = api.await(
                            sessions, found -> found.at("/items/0/clicks").asInt() >= 9)
                    .at("/items/0");
            assertThat(session.get("clicks").asInt()).isEqualTo(9);
            assertThat(session.get("pageViews").asInt()).isEqualTo(1);
            assertThat(session.get("gaps").asInt()).isZero();
            JsonNode map = api.get("/api/sites/" + made.get("id").asInt() + "/heatmaps/click?page=/&device=desktop");
            assertThat(map.get("total").asInt()).isEqualTo(9);
        }
    }

    private static void clickTimes(Page page, int times) {
        for (int i = 0; i < times; i++) {
            page.click("#add");
        }
    }
}
