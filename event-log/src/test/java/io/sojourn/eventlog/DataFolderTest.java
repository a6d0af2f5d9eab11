package io.sojourn.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path temp;

    @Test
    void aSecondOwnerIsRefusedWithASentenceUntilTheFirstLetsGo() throws Exception {
        DataFolder first = DataFolder.open(temp);
        assertThatThrownBy(() -> DataFolder.open(temp)).hasMessageContaining("another Sojourn is running");
        first.close();
        DataFolder.open(temp).close();
    }

    @Test
    void aFolderOfANewerFormatIsLeftAlone() throws Exception {
        DataFolder.open(temp).close();
        Files.writeString(temp.resolve("format"), "2");
        assertThatThrownBy(() -> DataFolder.open(temp)).hasMessageContaining("format 2");
    }

    @Test
    void aFileInThePlaceOfTheFolderIsSaidToBeOne(@TempDir Path home) throws Exception {
        Path file = Files.createFile(home.resolve("data"));

        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(DataFolder.Unusable.class)
                .hasMessageContaining("there is a file of this name")
                .hasMessageContaining("--data");
    }

    @Test
    void theFormatIsWrittenOnTheFirstDay() throws Exception {
        DataFolder.open(temp).close();
        assertThat(temp.resolve("format")).hasContent("1\n");
    }
}
