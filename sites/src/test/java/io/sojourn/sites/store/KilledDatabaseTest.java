package io.sojourn.sites.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.sites.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledDatabaseTest {
    private static final int LIVES = 10;

    @TempDir
    Path folder;

    @Test
    void everySiteOutlivesAProcessThatDiesRightAfterMakingIt() throws Exception {
        Path file = folder.resolve("owners");
        List<String> made = new ArrayList<>();
        for (int life = 0; life < LIVES; life++) {
            assertThat(liveAndDie(file, life)).contains("found " + made);
            for (int i = 0; i < HaltingOwner.SITES_A_LIFE; i++) {
                made.add(life + "-" + i);
            }
        }
        try (Database database = Database.inFile(file)) {
            List<Site> sites = new SqlSites(database, () -> Instant.ofEpochMilli(1_000)).all();
            assertThat(sites).extracting(Site::name).isEqualTo(made);
            assertThat(sites).extracting(Site::firstEventAt).containsOnly(2_000L);
        }
    }

    private static String liveAndDie(Path file, int life) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HaltingOwner.class.getName(),
                        file.toString(),
                        Integer.toString(life))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
