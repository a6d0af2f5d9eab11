package io.sojourn.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever cannot start it is told in a sentence what to do. */
class StartFailureTest {
    @TempDir
    Path folder;

    @Test
    void theNetworkSaysWhatToChange() {
        assertThat(said(new BindException("Address already in use"))).contains("--port");
        assertThat(said(new BindException("Cannot assign requested address"))).contains("--host");
        assertThat(said(new UnknownHostException("nowhere"))).contains("--host");
        assertThat(said(new SocketException("Permission denied"))).contains("above 1023");
    }

    @Test
    void theSettingsFileSaysWhatIsWrongInIt() throws Exception {
        refuses("prot: 1", "no setting \"prot\". There are data, host, port, publicUrl, retention, receiving, alerts.");
        refuses("port: a lot", "under \"port\"");
        refuses("port: [1", "cannot be read");
        assertThatThrownBy(() -> SettingsFile.read(folder.resolve("missing.yaml")))
                .hasMessageContaining("there is no settings file");
    }

    private void refuses(String yaml, String sentence) throws Exception {
        Path file = Files.writeString(folder.resolve("settings.yaml"), yaml);
        assertThatThrownBy(() -> SettingsFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("java.");
    }

    private static String said(Exception cause) {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(Failure.report(new RuntimeException(cause))).isEqualTo(1);
        } finally {
            System.setErr(before);
        }
        return said.toString(StandardCharsets.UTF_8).strip();
    }
}
