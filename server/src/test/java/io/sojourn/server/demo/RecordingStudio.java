package io.sojourn.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.wire.Batch;
import io.sojourn.server.demo.CapturingCollector.Captured;
import io.sojourn.server.demo.RecordedVisit.RecordedBatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Records the visits that are shipped, with a built agent and a browser, at human pace: some minutes. Runs only when asked to,
 * by {@code -Dsojourn.record=FOLDER}, the folder with core.js and recorder.js.
 */
class RecordingStudio {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Path VISITS = Path.of("src/main/resources/io/sojourn/server/demo/visits");
    private static final int AT_ONCE = 3;
    /** Which files to record, as a regular expression; the others stay as they are. */
    private static final String WANTED = System.getProperty("sojourn.record.files", ".+");

    /** A visit to record; {@code weight} says how often it will be told. */
    private record Part(int weight, String persona, String device, int seed) {
        String file() {
            return "%s-%s-%d.visit".formatted(persona, device, seed);
        }
    }

    private static final List<Part> CAST = List.of(
            new Part(8, "buyer", "desktop", 1),
            new Part(5, "buyer", "desktop", 2),
            new Part(7, "buyer", "mobile", 3),
            new Part(3, "buyer", "tablet", 4),
            new Part(5, "buyer", "desktop", 5),
            new Part(4, "buyer", "mobile", 6),
            new Part(6, "reader", "desktop", 1),
            new Part(5, "reader", "mobile", 2),
            new Part(3, "reader", "tablet", 3),
            new Part(9, "windowShopper", "desktop", 5),
            new Part(8, "windowShopper", "mobile", 2),
            new Part(6, "windowShopper", "tablet", 3),
            new Part(6, "windowShopper", "desktop", 7),
            new Part(5, "windowShopper", "mobile", 8),
            new Part(6, "comparer", "desktop", 3),
            new Part(4, "comparer", "mobile", 2),
            new Part(4, "comparer", "desktop", 5),
            new Part(5, "searcher", "desktop", 1),
            new Part(4, "searcher", "mobile", 2),
            new Part(4, "searcher", "desktop", 4),
            new Part(5, "moonWaiter", "desktop", 1),
            new Part(4, "moonWaiter", "mobile", 2),
            new Part(3, "sizeAsker", "desktop", 4),
            new Part(3, "sizeAsker", "mobile", 2),
            new Part(5, "impatient", "desktop", 1),
            new Part(4, "impatient", "mobile", 2),
            new Part(3, "impatient", "desktop", 3),
            new Part(4, "cardStruggler", "desktop", 1),
            new Part(3, "cardStruggler", "mobile", 2),
            new Part(4, "cardStruggler", "desktop", 3),
            new Part(3, "cardStruggler", "mobile", 4),
            new Part(4, "finder", "desktop", 1),
            new Part(4, "finder", "mobile", 2),
            new Part(3, "finder", "desktop", 3),
            new Part(7, "bouncer", "mobile", 1),
            new Part(5, "bouncer", "mobile", 2),
            new Part(5, "bouncer", "desktop", 3),
            new Part(5, "moonLooker", "desktop", 1),
            new Part(4, "moonLooker", "mobile", 2),
            new Part(4, "moonLooker", "desktop", 3),
            new Part(3, "moonLooker", "tablet", 4),
            new Part(4, "hiker", "desktop", 1),
            new Part(4, "hiker", "mobile", 2),
            new Part(3, "hiker", "desktop", 3),
            new Part(4, "twiceAsked", "desktop", 1),
            new Part(3, "twiceAsked", "mobile", 2));

    @Test
    @EnabledIfSystemProperty(named = "sojourn.record", matches = ".+")
    void recordsTheVisitsThatAreShipped() throws Exception {
        Path agent = HOME.resolve(System.getProperty("sojourn.record"));
        Files.createDirectories(VISITS);
        ExecutorService stages = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Void>> scenes = new ArrayList<>();
            CAST.stream()
                    .filter(part -> part.file().matches(WANTED))
                    .forEach(part -> scenes.add(() -> record(part, agent)));
            for (Future<Void> scene : stages.invokeAll(scenes)) {
                scene.get();
            }
        } finally {
            stages.shutdownNow();
        }
        Files.write(
                VISITS.resolve("list.txt"),
                CAST.stream().map(part -> part.weight() + " " + part.file()).toList());
    }

    private static Void record(Part part, Path agent) throws Exception {
        try (CapturingCollector collector = new CapturingCollector();
                ShopHost shop = new ShopHost(new ShopPages(collector.snippet()))) {
            collector.handOut(agent);
            Process browser = new ProcessBuilder(
                            "node",
                            HOME.resolve("server/src/demo/visitors.mjs").toString(),
                            "--shop",
                            shop.origin(),
                            "--visits",
                            "1",
                            "--persona",
                            part.persona(),
                            "--device",
                            part.device(),
                            "--seed",
                            Integer.toString(part.seed()))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(browser.waitFor()).as(said).isZero();
            assertThat(said).contains("persona").doesNotContain("stuck");
            Files.write(
                    VISITS.resolve(part.file()),
                    RecordedVisits.write(visit(part, collector.captured(), shop.origin())));
        }
        return null;
    }

    private static RecordedVisit visit(Part part, List<Captured> captured, String origin) throws IOException {
        assertThat(captured).as(part.file()).isNotEmpty();
        long startedAt = Long.MAX_VALUE;
        for (Captured one : captured) {
            startedAt = Math.min(startedAt, Batch.parseFrom(one.batch()).getPageStartedAt());
        }
        List<RecordedBatch> batches = new ArrayList<>();
        for (Captured one : captured) {
            batches.add(RecordedVisits.unpacked((int) (one.at() - startedAt), one.batch()));
        }
        String userAgent = captured.get(0).userAgent();
        return new RecordedVisit(part.weight(), part.persona(), part.device(), userAgent, origin, startedAt, batches);
    }
}
