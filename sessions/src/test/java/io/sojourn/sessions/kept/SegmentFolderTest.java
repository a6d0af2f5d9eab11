package io.sojourn.sessions.kept;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.kept.wire.Block;
import io.sojourn.sessions.kept.wire.KeptBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentFolderTest {
    @TempDir
    Path folder;

    @Test
    void blocksReadAsTheyWereWritten() {
        try (SegmentFolder segments = new SegmentFolder(folder)) {
            BlockAddress one = segments.append(Lane.ANALYSIS, block("one"));
            BlockAddress other = segments.append(Lane.PLAYBACK, block("other"));
            BlockAddress two = segments.append(Lane.ANALYSIS, block("two"));
            segments.force();

            assertThat(names(segments.read(List.of(one, two)))).containsExactly("one", "two");
            assertThat(names(segments.read(List.of(other)))).containsExactly("other");
            assertThat(two.segment()).isEqualTo(one.segment());
        }
    }

    @Test
    void aBlockWithAnySingleByteChangedIsLostAndTheOthersStand() throws IOException {
        BlockAddress one;
        BlockAddress two;
        try (SegmentFolder segments = new SegmentFolder(folder)) {
            one = segments.append(Lane.ANALYSIS, block("one"));
            two = segments.append(Lane.ANALYSIS, block("two"));
            segments.force();
        }
        Path file = folder.resolve("analysis/000000000001.seg");
        byte[] whole = Files.readAllBytes(file);
        try (SegmentFolder segments = new SegmentFolder(folder)) {
            for (int i = 0; i < one.length(); i++) {
                byte[] changed = whole.clone();
                changed[(int) one.start() + i] ^= 0x10;
                Files.write(file, changed);
                assertThat(names(segments.read(List.of(one, two)))).containsExactly("two");
            }
            assertThat(segments.damaged()).isEqualTo(one.length());
        }
    }

    @Test
    void aFileThatIsGoneIsAGapAndNotAFailure() {
        try (SegmentFolder segments = new SegmentFolder(folder)) {
            assertThat(segments.read(List.of(new BlockAddress(Lane.ANALYSIS, 77, 8, 100))))
                    .isEmpty();
            assertThat(segments.damaged()).isEqualTo(1);
        }
    }

    @Test
    void aFileOfTheNextFormatIsLeftAlone() throws IOException {
        BlockAddress address;
        try (SegmentFolder segments = new SegmentFolder(folder)) {
            address = segments.append(Lane.ANALYSIS, block("one"));
            segments.force();
        }
        Path file = folder.resolve("analysis/000000000001.seg");
        byte[] newer = Files.readAllBytes(file);
        newer[7] = 2;
        Files.write(file, newer);
        try (SegmentFolder segments = new SegmentFolder(folder)) {
            assertThat(segments.read(List.of(address))).isEmpty();
        }
    }

    @Test
    void aNumberIsNeverGivenTwice() {
        try (SegmentFolder segments = new SegmentFolder(folder)) {
            long first = segments.append(Lane.ANALYSIS, block("one")).segment();
            segments.deleteUnless(Lane.ANALYSIS, Set.of());
            long second = segments.append(Lane.ANALYSIS, block("two")).segment();
            assertThat(second).isGreaterThan(first);
        }
        try (SegmentFolder segments = new SegmentFolder(folder)) {
            segments.startAt(40);
            assertThat(segments.append(Lane.PLAYBACK, block("three")).segment()).isEqualTo(40);
        }
    }

    @Test
    void aFileIsDeletedOnlyWhenNobodyReadsInItAnyMore() throws InterruptedException {
        try (SegmentFolder segments = new SegmentFolder(folder)) {
            BlockAddress one = segments.append(Lane.ANALYSIS, block("one"));
            segments.force();
            Thread deleting = new Thread(() -> segments.deleteUnless(Lane.ANALYSIS, Set.of()));
            List<KeptBatch> read = segments.whileReading(() -> {
                deleting.start();
                while (deleting.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
                return segments.read(List.of(one));
            });
            deleting.join();

            assertThat(names(read)).containsExactly("one");
            assertThat(segments.read(List.of(one))).isEmpty();
        }
    }

    private static Block block(String name) {
        return Block.newBuilder()
                .setSite(1)
                .setSession(ByteString.copyFrom(new byte[16]))
                .addBatches(KeptBatch.newBuilder().setUserAgent(name))
                .build();
    }

    private static List<String> names(List<KeptBatch> batches) {
        return batches.stream().map(KeptBatch::getUserAgent).toList();
    }
}
