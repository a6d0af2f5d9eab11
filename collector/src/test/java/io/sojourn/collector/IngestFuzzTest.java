package io.sojourn.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.InvalidProtocolBufferException;
import io.sojourn.eventlog.wire.Batch;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What strangers send, by Jazzer. The suite runs the inputs kept beside this class; {@code JAZZER_FUZZ=1 mvn test
 * -Dtest=IngestFuzzTest} looks for new ones.
 */
class IngestFuzzTest {
    private static final int LIMIT = 64 << 10;

    @FuzzTest
    void aHeaderIsReadOrRefusedByItsType(byte[] body) throws Exception {
        BatchHeader.showsPlayback(ByteBuffer.wrap(body));
        BatchHeader header;
        try {
            header = BatchHeader.parse(ByteBuffer.wrap(body));
        } catch (BatchRejected typed) {
            assertThat(typed.reason()).isEqualTo(Rejection.MALFORMED);
            return;
        }
        // Where protobuf-java can read it as well, both have read the same.
        Batch same;
        try {
            same = Batch.parseFrom(body);
        } catch (InvalidProtocolBufferException theFollowerSetsItAside) {
            return;
        }
        assertThat(header.siteKey()).isEqualTo(same.getSiteKey());
        assertThat(header.session().toByteString()).isEqualTo(same.getSessionId());
        assertThat(header.assets()).hasSameSizeAs(same.getAssetHashesList());
    }

    @FuzzTest
    void whatIsInflatedStaysBelowItsLimit(byte[] deflated) {
        byte[] inflated = Inflated.of(deflated, LIMIT);
        assertThat(inflated == null || inflated.length <= LIMIT).isTrue();
    }

    @FuzzTest
    void eventsAreTakenOrTheirMistakesNamed(byte[] json) {
        ServerEvents events = ServerEvents.read(json);
        assertThat(events.mistakes().size()).isLessThanOrEqualTo(20);
        if (events.mistakes().isEmpty()) {
            assertThat(events.told()).isNotEmpty().hasSizeLessThanOrEqualTo(ServerEvents.MAX_EVENTS);
        }
    }

    @FuzzTest
    void aChainOfAddressesNeverLooksUpANameOrFails(byte[] header) throws Exception {
        Proxies proxies = Proxies.of(List.of("127.0.0.1", "10.0.0.0/8"));
        String text = new String(header, StandardCharsets.ISO_8859_1);
        assertThat(proxies.sender(InetAddress.getByName("127.0.0.1"), text)).isNotNull();
    }
}
