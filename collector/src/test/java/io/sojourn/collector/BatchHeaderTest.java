package io.sojourn.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Lane;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BatchHeaderTest {
    @Test
    void aWholeBatchNamesItsSiteAndSession() throws Exception {
        BatchHeader header = BatchHeader.parse(bytes(batch().build()));

        assertThat(header.siteKey()).isEqualTo("shopkey");
        assertThat(header.session()).isEqualTo(new Id128(1, 2));
    }

    @Test
    void fieldsOfNewerAgentsAreStepppedOver() throws Exception {
        byte[] newer =
                Arrays.copyOf(batch().build().toByteArray(), batch().build().getSerializedSize() + 4);
        newer[newer.length - 4] = (byte) 0xfa; // field 2047, length-delimited, one byte
        newer[newer.length - 3] = 0x7f;
        newer[newer.length - 2] = 1;
        assertThat(BatchHeader.parse(ByteBuffer.wrap(newer)).siteKey()).isEqualTo("shopkey");
    }

    @Test
    void whatIsMissingOrWrongIsNamed() {
        refused(batch -> batch.clearSiteKey(), "site_key");
        refused(batch -> batch.setSiteKey("k".repeat(33)), "site_key");
        refused(batch -> batch.setSessionId(ByteString.copyFromUtf8("short")), "session_id");
        refused(batch -> batch.clearDocumentId(), "document_id");
        refused(batch -> batch.setVisitorId(ByteString.copyFromUtf8("short")), "visitor_id");
        refused(batch -> batch.clearLane(), "lane");
        refused(batch -> batch.setLaneValue(9), "lane");
        refused(batch -> batch.setCodecValue(9), "codec");
        refused(batch -> batch.clearPayload(), "payload");
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] whole = batch().build().toByteArray();
        for (int length = 0; length < whole.length; length++) {
            ByteBuffer part = ByteBuffer.wrap(whole, 0, length);
            assertThatThrownBy(() -> BatchHeader.parse(part))
                    .as("%d bytes", part.remaining())
                    .isInstanceOf(BatchRejected.class);
        }
    }

    @Test
    void randomBytesAreRefusedOrRead() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            try {
                BatchHeader.parse(ByteBuffer.wrap(bytes));
            } catch (BatchRejected typed) {
                assertThat(typed.reason()).isEqualTo(Rejection.MALFORMED);
            }
        }
    }

    private static void refused(Consumer<Batch.Builder> change, String field) {
        Batch.Builder batch = batch();
        change.accept(batch);
        assertThatThrownBy(() -> BatchHeader.parse(bytes(batch.build()))).hasMessageContaining(field);
    }

    static Batch.Builder batch() {
        return Batch.newBuilder()
                .setSiteKey("shopkey")
                .setSessionId(new Id128(1, 2).toByteString())
                .setDocumentId(ByteString.copyFrom(new byte[8]))
                .setLane(Lane.ANALYSIS)
                .setPayload(ByteString.copyFromUtf8("payload"));
    }

    private static ByteBuffer bytes(Batch batch) {
        return ByteBuffer.wrap(batch.toByteArray());
    }
}
