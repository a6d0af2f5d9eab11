package io.sojourn.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class BrowserVisitorsTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @Test
    void withoutABrowserNobodyIsSent() {
        assertThat(BrowserVisitors.possible(HOME, Map.of("CHROME", "/nowhere/chromium", "PATH", "/usr/bin")))
                .isFalse();
        assertThat(BrowserVisitors.possible(HOME, Map.of())).isFalse();
    }

    @Test
    void aStrugglerInABrowserGetsThroughTheWholeShop() throws Exception {
        assumeTrue(BrowserVisitors.possible(HOME, System.getenv()));
        try (ShopHost shop = new ShopHost(new ShopPages(""))) {
            assertThat(walk(shop.origin(), "cardStruggler"))
                    .contains("\"cardStruggler\"")
                    .doesNotContain("stuck");
        }
    }

    @Test
    void theBrowserEndsWithItsVisitors() throws Exception {
        assumeTrue(BrowserVisitors.possible(HOME, System.getenv()));
        try (ShopHost shop = new ShopHost(new ShopPages(""))) {
            BrowserVisitors visitors = new BrowserVisitors(HOME, shop.origin(), 100, 1);
            assertThat(visitors.running()).isTrue();
            visitors.close();
            visitors.join();
            assertThat(visitors.running()).isFalse();
        }
    }

    private static String walk(String shop, String persona) throws IOException, InterruptedException {
        Process node = new ProcessBuilder(
                        "node",
                        HOME.resolve("server/src/demo/visitors.mjs").toString(),
                        "--shop",
                        shop,
                        "--visits",
                        "1",
                        "--persona",
                        persona,
                        "--device",
                        "desktop",
                        "--pace",
                        "12")
                .redirectErrorStream(true)
                .start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).as(said).isZero();
        return said;
    }
}
