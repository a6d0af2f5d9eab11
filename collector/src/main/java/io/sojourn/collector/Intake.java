package io.sojourn.collector;

import io.sojourn.eventlog.EventLog;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.LogUnavailable;
import io.sojourn.eventlog.asset.AssetStore;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.sites.Site;
import io.sojourn.sites.Sites;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Takes batches: checks what only the sender can have got wrong, appends, and then answers. Any thread; never blocks but
 * for the append itself.
 */
public final class Intake {
    private final Sites sites;
    private final EventLog log;
    private final AssetStore assets;
    private final Admission admission;
    private final IntakeLedger ledger;
    private final InstantSource clock;
    private final Executor background;

    /** @param background for what need not be done before the answer */
    public Intake(
            Sites sites,
            EventLog log,
            AssetStore assets,
            Admission admission,
            IntakeLedger ledger,
            InstantSource clock,
            Executor background) {
        this.sites = sites;
        this.log = log;
        this.assets = assets;
        this.admission = admission;
        this.ledger = ledger;
        this.clock = clock;
        this.background = background;
    }

    /** How a batch ended: one of the three, once, perhaps from another thread. */
    public interface Answer {
        /**
         * It is in the log; the sender may forget it.
         *
         * @param lacking what it names and the server does not have
         */
        void logged(List<Id128> lacking);

        /** It will never be taken. */
        void rejected(Rejection reason, String detail);

        /** Not now; the sender keeps it and comes back. */
        void refused(Refusal reason);
    }

    /** @param body position to limit is the batch; it is not read after the append */
    public void receive(ByteBuffer body, Sender sender, Answer answer) {
        Integer site = null;
        try {
            BatchHeader header = BatchHeader.parse(body);
            Site known = siteOf(header.siteKey());
            site = known.id();
            checkOrigin(known, sender.origin());
            Refusal refusal = admission.refusal(known.id(), header.playback());
            if (refusal != null) {
                refuse(site, refusal, answer);
            } else {
                append(known, header, body, sender, answer);
            }
        } catch (BatchRejected mistake) {
            reject(site, mistake.reason(), mistake.getMessage(), answer);
        }
    }

    /** For a batch made here of what a site's own server sent: nothing of the sender's is left to check. */
    void receive(Site site, Batch batch, Answer answer) {
        Refusal refusal = admission.refusal(site.id(), false);
        if (refusal != null) {
            refuse(site.id(), refusal, answer);
            return;
        }
        Id128 session = Id128.of(batch.getSessionId());
        BatchHeader header = new BatchHeader(site.key(), session, false, List.of());
        append(site, header, ByteBuffer.wrap(batch.toByteArray()), Sender.NOBODY, answer);
    }

    IntakeLedger ledger() {
        return ledger;
    }

    /** For mistakes found before there is a body to look at. */
    public void reject(@Nullable Integer site, Rejection reason, @Nullable String detail, Answer answer) {
        ledger.rejected(site, reason);
        answer.rejected(reason, detail == null ? reason.hint() : detail);
    }

    /** For what cannot be taken now, whatever it is. */
    public void refuse(@Nullable Integer site, Refusal reason, Answer answer) {
        ledger.refused(site, reason);
        answer.refused(reason);
    }

    /** @throws BatchRejected when no site has this key */
    Site siteOf(String key) throws BatchRejected {
        Site site = sites.byKey(key);
        if (site == null) {
            throw new BatchRejected(Rejection.UNKNOWN_SITE, Rejection.UNKNOWN_SITE.hint());
        }
        return site;
    }

    /** @throws BatchRejected when the site's owner did not name this origin */
    static void checkOrigin(Site site, @Nullable String origin) throws BatchRejected {
        if (origin == null || !site.allows(origin)) {
            throw new BatchRejected(Rejection.WRONG_ORIGIN, Rejection.WRONG_ORIGIN.hint());
        }
    }

    private void append(Site site, BatchHeader header, ByteBuffer body, Sender sender, Answer answer) {
        long now = clock.millis();
        LogRecord entry = new LogRecord(now, site.id(), sender.userAgent(), sender.address(), body);
        log.append(header.session(), entry, new Appended(site, header, body.remaining(), now, answer));
    }

    private List<Id128> lacking(int site, BatchHeader header, long now) {
        return header.assets().isEmpty() ? List.of() : assets.lacking(site, header.session(), header.assets(), now);
    }

    /** What follows an append. */
    private final class Appended implements EventLog.AppendCallback {
        private final Site site;
        private final BatchHeader header;
        private final int bytes;
        private final long at;
        private final Answer answer;

        Appended(Site site, BatchHeader header, int bytes, long at, Answer answer) {
            this.site = site;
            this.header = header;
            this.bytes = bytes;
            this.at = at;
            this.answer = answer;
        }

        @Override
        public void appended() {
            ledger.accepted(site.id(), at, bytes);
            if (site.firstEventAt() == null) {
                background.execute(() -> sites.firstEvent(site.id(), at));
            }
            answer.logged(lacking(site.id(), header, at));
        }

        @Override
        public void failed(LogUnavailable reason) {
            refuse(site.id(), Refusal.LOG_UNAVAILABLE, answer);
        }
    }
}
