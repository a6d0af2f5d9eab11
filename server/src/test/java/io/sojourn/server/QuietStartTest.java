package io.sojourn.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.server.testing.Api;
import io.sojourn.server.testing.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** No library looks up names, connects anywhere, or writes beside the data folder. */
class QuietStartTest {
    @TempDir
    Path folder;

    @Test
    @EnabledForJreRange(max = JRE.JAVA_23, disabledReason = "later Javas have no security manager to listen with")
    void noNameIsLookedUpAndNothingIsWrittenUnderTheHomeFolder() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path calls = folder.resolve("calls");
        try (ServerProcess server = new ServerProcess(
                folder.resolve("data"),
                "-Duser.home=" + home,
                "-Djava.security.manager=" + NetworkEar.class.getName(),
                "-D" + NetworkEar.FILE + "=" + calls)) {
            server.start();
            new Api(server.url()).get("/api/sites");
        }

        assertThat(Files.readAllLines(calls))
                .as("the listener heard its own start")
                .contains("listening");
        List<String> outside = Files.readAllLines(calls).stream()
                .filter(call -> !call.equals("listening") && !call.startsWith("127.0.0.1"))
                .toList();
        assertThat(outside).isEmpty();
        try (Stream<Path> written = Files.walk(home)) {
            assertThat(written).containsExactly(home);
        }
    }
}
