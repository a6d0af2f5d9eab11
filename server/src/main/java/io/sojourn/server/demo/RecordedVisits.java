package io.sojourn.server.demo;

import io.sojourn.eventlog.wire.Batch;
import io.sojourn.server.demo.RecordedVisit.RecordedBatch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/**
 * The visits that are shipped with the demo: {@code visits/list.txt} names them with their weights, one file holds one visit.
 * A file is persona, device, user agent and origin (modified UTF-8), the start (epoch ms), then for every batch the ms after
 * which it arrived, its length and the batch as sent.
 */
final class RecordedVisits {
    private static final int MAGIC = 0x534a5631; // "SJV1"

    private RecordedVisits() {}

    /** All visits in the jar. @throws IllegalStateException when one is missing or broken */
    static List<RecordedVisit> shipped() {
        return new String(resource("list.txt"), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(RecordedVisits::shippedAs)
                .toList();
    }

    private static RecordedVisit shippedAs(String line) {
        String[] weightAndFile = line.split(" ", 2);
        return read(Integer.parseInt(weightAndFile[0]), resource(weightAndFile[1]));
    }

    static RecordedVisit read(int weight, byte[] file) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
            if (in.readInt() != MAGIC) {
                throw new IllegalStateException("not a recorded visit");
            }
            String persona = in.readUTF();
            String device = in.readUTF();
            String userAgent = in.readUTF();
            String origin = in.readUTF();
            long startedAt = in.readLong();
            List<RecordedBatch> batches = new ArrayList<>();
            while (in.available() > 0) {
                int arrivedAfter = in.readInt();
                batches.add(unpacked(arrivedAfter, in.readNBytes(in.readInt())));
            }
            return new RecordedVisit(weight, persona, device, userAgent, origin, startedAt, batches);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] write(RecordedVisit visit) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(file)) {
            out.writeInt(MAGIC);
            out.writeUTF(visit.persona());
            out.writeUTF(visit.device());
            out.writeUTF(visit.userAgent());
            out.writeUTF(visit.origin());
            out.writeLong(visit.startedAt());
            for (RecordedBatch batch : visit.batches()) {
                byte[] bytes = Payloads.pack(batch.header(), batch.events(), Deflater.BEST_COMPRESSION);
                out.writeInt(batch.arrivedAfter());
                out.writeInt(bytes.length);
                out.write(bytes);
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return file.toByteArray();
    }

    static RecordedBatch unpacked(int arrivedAfter, byte[] bytes) throws IOException {
        Batch batch = Batch.parseFrom(bytes);
        return new RecordedBatch(arrivedAfter, batch.toBuilder().clearPayload().build(), Payloads.unpack(batch));
    }

    private static byte[] resource(String name) {
        try (InputStream in = RecordedVisits.class.getResourceAsStream("visits/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the demo lacks its recorded visit " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
