package io.sojourn.benchmarks.sessions;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Codec;
import io.sojourn.server.demo.DemoHistory;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Two weeks of the demo's shop as its log would have them: the recorded visits told again, packed as browsers pack. */
final class DemoCrowd {
    private static final Instant END = Instant.parse("2026-09-21T12:00:00Z");
    /** What {@code CompressionStream} does in Chromium, Firefox and WebKit: zlib's own default. */
    private static final int LEVEL_OF_BROWSERS = Deflater.DEFAULT_COMPRESSION;

    private DemoCrowd() {}

    /** In order of arrival. */
    static List<LogRecord> records(int visits) {
        List<LogRecord> records = new ArrayList<>();
        new DemoHistory("bench", "https://shop.example", ZoneOffset.UTC, 7)
                .send(visits, END, (batch, userAgent, address, at) -> {
                    ByteBuffer packed = ByteBuffer.wrap(asBrowsersPack(batch));
                    records.add(new LogRecord(at.toEpochMilli(), 1, userAgent, address, packed));
                    return 204;
                });
        return records;
    }

    private static byte[] asBrowsersPack(byte[] sent) {
        try {
            Batch batch = Batch.parseFrom(sent);
            byte[] payload = batch.getPayload().toByteArray();
            byte[] raw = batch.getCodec() == Codec.DEFLATE ? inflated(payload) : payload;
            return batch.toBuilder()
                    .setCodec(Codec.DEFLATE)
                    .setPayload(deflated(raw))
                    .build()
                    .toByteArray();
        } catch (InvalidProtocolBufferException | DataFormatException ours) {
            throw new IllegalStateException(ours);
        }
    }

    private static byte[] inflated(byte[] packed) throws DataFormatException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] raw = new byte[4 << 20];
            return Arrays.copyOf(raw, inflater.inflate(raw));
        } finally {
            inflater.end();
        }
    }

    static ByteString deflated(byte[] raw) {
        Deflater deflater = new Deflater(LEVEL_OF_BROWSERS);
        try {
            deflater.setInput(raw);
            deflater.finish();
            byte[] out = new byte[raw.length + 64];
            return ByteString.copyFrom(out, 0, deflater.deflate(out));
        } finally {
            deflater.end();
        }
    }
}
