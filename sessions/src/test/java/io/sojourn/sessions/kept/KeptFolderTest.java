package io.sojourn.sessions.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void aFolderOfThisVersionOpensAgain() {
        KeptFolder.open(folder.resolve("new"));
        assertThat(KeptFolder.open(folder.resolve("new")).facts()).hasFileName("facts.duckdb");
    }

    @Test
    void aFolderOfANewerVersionIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("format"), "2\n");
        assertThatThrownBy(() -> KeptFolder.open(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was written by a newer Sojourn (format 2; this one reads up to 1)");
    }

    @Test
    void somethingElseNamedFormatIsNotTakenForOurs() throws IOException {
        Files.writeString(folder.resolve("format"), "vinyl");
        assertThatThrownBy(() -> KeptFolder.open(folder)).hasMessageContaining("does not hold a number");
    }
}
