package io.sojourn.collector;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.EventList;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.eventlog.wire.ServerEvent;
import io.sojourn.sites.Site;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Makes the batch of one event of a site's server. Its ids are made of the event's own key, so that the same event sent again is
 * the same record again, which the follower drops as it drops every retry.
 */
final class ServerBatches {
    private static final int DOCUMENT_BYTES = 8;

    private ServerBatches() {}

    static Batch of(Site site, ServerEvents.Told told) {
        ServerEvent event = told.event();
        byte[] digest = digest(event.getKey());
        Batch.Builder batch = Batch.newBuilder()
                .setSiteKey(site.key())
                .setSessionId(ByteString.copyFrom(digest, 0, Id128.BYTES))
                .setDocumentId(ByteString.copyFrom(digest, Id128.BYTES, DOCUMENT_BYTES))
                .setLane(Lane.ANALYSIS)
                .setSentAt(event.getHappenedAt())
                .setPageStartedAt(event.getHappenedAt())
                .setServerSide(true)
                .setPayload(payload(event));
        if (told.visitor() != null) {
            batch.setVisitorId(Id128.parse(told.visitor()).toByteString());
        }
        return batch.build();
    }

    /** Byte for byte the same for equal events, which protobuf promises only when it is asked to. */
    private static ByteString payload(ServerEvent event) {
        EventList list = EventList.newBuilder()
                .addEvents(Event.newBuilder().setServerEvent(event))
                .build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            out.useDeterministicSerialization();
            list.writeTo(out);
            out.flush();
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return ByteString.copyFrom(bytes.toByteArray());
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(("server event " + key).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }
}
