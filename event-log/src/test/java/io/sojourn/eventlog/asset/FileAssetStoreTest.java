package io.sojourn.eventlog.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.Id128;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FileAssetStoreTest extends AssetStoreContract {
    @Override
    protected AssetStore open(Path folder) {
        return FileAssetStore.open(folder.resolve("assets"), QUOTA);
    }

    @Test
    void aDamagedFileIsAskedForAgain() throws Exception {
        AssetStore store = open(folder);
        Id128 hash = store.put(1, AssetKind.STYLE, "", text("a{}"), 1);
        Path file = onlyFile();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);

        assertThat(store.read(1, null, hash)).isNull();
        assertThat(store.lacking(1, new Id128(1, 1), List.of(hash), 1)).containsExactly(hash);
        assertThat(store.bytes(1)).isZero();
        store.put(1, AssetKind.STYLE, "", text("a{}"), 1);
        assertThat(store.read(1, null, hash)).isNotNull();
    }

    @Test
    void whatADeadProcessHalfWroteIsTakenAway() throws Exception {
        open(folder).put(1, AssetKind.STYLE, "", text("a{}"), 1);
        Path half = folder.resolve("assets/1/scratch/7");
        Files.writeString(half, "half");

        assertThat(open(folder).bytes(1)).isEqualTo(Files.size(onlyFile()));
        assertThat(half).doesNotExist();
    }

    private Path onlyFile() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("assets/1/shared"))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }
}
