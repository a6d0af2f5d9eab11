package io.sojourn.server.api;

import com.google.protobuf.ByteString;
import io.sojourn.eventlog.EventLog;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.LogUnavailable;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Codec;
import io.sojourn.eventlog.wire.EventList;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.replay.imported.ImportRefused;
import io.sojourn.replay.imported.ImportedVisit;
import io.sojourn.replay.imported.RrwebImport;
import io.sojourn.sites.Site;
import io.sojourn.sites.Sites;
import io.undertow.server.RoutingHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.zip.DeflaterOutputStream;

/** Takes recordings made by rrweb. They are written to the log like everything that arrives and go its way from there. */
final class ImportApi {
    private static final int MAX_BODY = 64 << 20;
    private static final int ID_BYTES = 16;
    private static final int SHORT_ID_BYTES = 8;

    /** A large one takes a few hundred megabytes while it is read. */
    private final Semaphore oneAtATime = new Semaphore(1);

    private final SecureRandom random = new SecureRandom();
    private final Sites sites;
    private final EventLog log;
    private final InstantSource clock;

    ImportApi(Sites sites, EventLog log, InstantSource clock) {
        this.sites = sites;
        this.log = log;
        this.clock = clock;
    }

    void addTo(RoutingHandler routes, Gate gate) {
        routes.post("/api/sites/{id}/sessions/import", new EndpointHandler(gate.guarded(this::take)));
    }

    record Taken(String session, int events, int skipped, List<String> notes) {}

    private Answer take(Request request) throws Exception {
        Site site = request.site(sites);
        if (!oneAtATime.tryAcquire()) {
            throw new Problem(429, "Another recording is being imported. Try again in a moment.");
        }
        try {
            ImportedVisit visit = read(request);
            Id128 session = keep(site, visit);
            return Answer.json(201, new Taken(session.toString(), visit.read(), visit.skipped(), visit.notes()));
        } finally {
            oneAtATime.release();
        }
    }

    private static ImportedVisit read(Request request) throws IOException, Problem {
        byte[] body = request.exchange().getInputStream().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            throw new Problem(413, "The recording is over 64 MB. Export it in shorter stretches.");
        }
        try {
            return RrwebImport.read(new ByteArrayInputStream(body));
        } catch (ImportRefused refused) {
            throw new Problem(400, String.valueOf(refused.getMessage()));
        }
    }

    /** Sent, as it were, when its last event happened: so it is listed as a visit that has just ended. */
    private Id128 keep(Site site, ImportedVisit visit) throws IOException, Problem {
        Id128 session = Id128.of(ByteBuffer.wrap(bytes(ID_BYTES)));
        Batch header = Batch.newBuilder()
                .setSiteKey(site.key())
                .setSessionId(session.toByteString())
                .setTabId(ByteString.copyFrom(bytes(SHORT_ID_BYTES)))
                .setDocumentId(ByteString.copyFrom(bytes(SHORT_ID_BYTES)))
                .setPageStartedAt(visit.startedAt())
                .setSentAt(visit.startedAt() + visit.lastsMs())
                .setAgentVersion("rrweb import")
                .setCodec(Codec.DEFLATE)
                .build();
        append(site, session, header, Lane.ANALYSIS, visit.analysis());
        append(site, session, header, Lane.PLAYBACK, visit.playback());
        return session;
    }

    private void append(Site site, Id128 session, Batch header, Lane lane, List<EventList> lists)
            throws IOException, Problem {
        for (int i = 0; i < lists.size(); i++) {
            ByteString.Output deflated = ByteString.newOutput();
            try (DeflaterOutputStream out = new DeflaterOutputStream(deflated)) {
                lists.get(i).writeTo(out);
            }
            Batch batch = header.toBuilder()
                    .setLane(lane)
                    .setSequence(i)
                    .setPayload(deflated.toByteString())
                    .build();
            Appending appending = new Appending();
            log.append(
                    session,
                    new LogRecord(clock.millis(), site.id(), "", "", ByteBuffer.wrap(batch.toByteArray())),
                    appending);
            if (appending.failed) {
                throw new Problem(503, "The log does not take it now. Try again in a moment.");
            }
        }
    }

    /** Called back before the append returns. */
    private static final class Appending implements EventLog.AppendCallback {
        private volatile boolean failed;

        @Override
        public void appended() {}

        @Override
        public void failed(LogUnavailable reason) {
            failed = true;
        }
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
