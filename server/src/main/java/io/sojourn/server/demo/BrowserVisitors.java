package io.sojourn.server.demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Visitors in a real browser: runs {@code visitors.mjs} as a process of its own, which ends with this. Any thread. */
public final class BrowserVisitors implements AutoCloseable {
    private final Process process;

    /**
     * @param home the folder of the whole project, where {@code server} and {@code console} lie
     * @param shop the address of the shop
     * @param visits after how many visits the browser closes
     * @throws IOException when Node cannot be started
     */
    public BrowserVisitors(Path home, String shop, int visits, long seed) throws IOException {
        List<String> command = List.of(
                "node",
                script(home).toString(),
                "--tied",
                "--shop",
                shop,
                "--visits",
                Integer.toString(visits),
                "--seed",
                Long.toString(seed));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Whether this machine has what it takes: Node, a Chromium, and the library that drives it. */
    public static boolean possible(Path home, Map<String, String> environment) {
        return Files.isRegularFile(script(home))
                && Files.isDirectory(home.resolve("console/node_modules/playwright-core"))
                && Files.isExecutable(Path.of(environment.getOrDefault("CHROME", "/usr/bin/chromium")))
                && onPath("node", environment.get("PATH"));
    }

    public boolean running() {
        return process.isAlive();
    }

    /** Waits until all visits are over. @return whether Node ended well */
    public boolean join() throws InterruptedException {
        return process.waitFor() == 0;
    }

    @Override
    public void close() {
        List<ProcessHandle> browsers = process.descendants().toList();
        process.destroy();
        browsers.forEach(ProcessHandle::destroy);
    }

    private static Path script(Path home) {
        return home.resolve("server/src/demo/visitors.mjs");
    }

    private static boolean onPath(String program, @Nullable String path) {
        return path != null
                && Stream.of(path.split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
    }
}
