package io.sojourn.server.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real browser, without a window. */
public final class Chrome implements AutoCloseable {
    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;

    /** @param flags besides those that keep it quiet */
    public Chrome(String... flags) {
        List<String> all = new ArrayList<>(QUIET);
        all.addAll(List.of(flags));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getenv().getOrDefault("CHROME", "/usr/bin/chromium")))
                        .setChromiumSandbox(false)
                        .setArgs(all));
    }

    /** A visitor of their own: no cookies, no storage. */
    public BrowserContext visitor(int width, int height) {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
    }

    /** Somebody at the console, with the admin token. */
    public BrowserContext owner(String token) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + token)));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
