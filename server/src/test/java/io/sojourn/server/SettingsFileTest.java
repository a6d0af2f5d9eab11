package io.sojourn.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sojourn.sessions.follow.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsNotSaidAboutRetentionIsAsUsual() throws IOException {
        assertThat(read("port: 7080\n").keptFor()).isEqualTo(Retention.DEFAULT);
        assertThat(read("retention:\n  playbackDays: 7\n").keptFor()).isEqualTo(Retention.ofDays(396, 7));
        assertThat(read("retention:\n  analysisDays: 90\n").keptFor()).isEqualTo(Retention.ofDays(90, 30));
    }

    @Test
    void tooShortARetentionIsRefusedInASentence() throws IOException {
        SettingsFile hasty = read("retention:\n  playbackDays: 0\n");
        assertThatThrownBy(hasty::keptFor).hasMessage("Visits and recordings are kept for 3 days at least, not 0.");
    }

    private SettingsFile read(String yaml) throws IOException {
        return SettingsFile.read(Files.writeString(folder.resolve("sojourn.yaml"), yaml));
    }
}
