package io.sojourn.collector;

import io.sojourn.eventlog.EventLog;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.eventlog.LogUnavailable;
import io.sojourn.sites.Site;
import io.sojourn.sites.Sites;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Takes batches: checks what only the sender can have got wrong, appends, and then answers. Any thread; never blocks but
 * for the append itself.
 */
public final class Intake {
    private final Sites sites;
    private final EventLog log;
    private final IntakeLedger ledger;
    private final InstantSource clock;
    private final Executor background;

    /** @param background for what need not be done before the answer */
    public Intake(Sites sites, EventLog log, IntakeLedger ledger, InstantSource clock, Executor background) {
        this.sites = sites;
        this.log = log;
        this.ledger = ledger;
        this.clock = clock;
        this.background = background;
    }

    /** How a batch ended: one of the three, once, perhaps from another thread. */
    public interface Answer {
        /** It is in the log; the sender may forget it. */
        void logged();

        /** It will never be taken. */
        void rejected(Rejection reason, String detail);

        /** Not now; the sender keeps it and comes back. */
        void refused();
    }

    /** @param body position to limit is the batch; it is not read after the answer */
    public void receive(ByteBuffer body, Sender sender, Answer answer) {
        Integer site = null;
        try {
            BatchHeader header = BatchHeader.parse(body.duplicate());
            Site known = siteOf(header);
            site = known.id();
            checkOrigin(known, sender.origin());
            append(known, header, body, sender, answer);
        } catch (BatchRejected mistake) {
            reject(site, mistake.reason(), mistake.getMessage(), answer);
        }
    }

    /** For mistakes found before there is a body to look at. */
    public void reject(@Nullable Integer site, Rejection reason, @Nullable String detail, Answer answer) {
        ledger.rejected(site, reason);
        answer.rejected(reason, detail == null ? reason.hint() : detail);
    }

    /** For what cannot be taken now, whatever it is. */
    public void refuse(Answer answer) {
        ledger.refused();
        answer.refused();
    }

    private Site siteOf(BatchHeader header) throws BatchRejected {
        Site site = sites.byKey(header.siteKey());
        if (site == null) {
            throw new BatchRejected(Rejection.UNKNOWN_SITE, Rejection.UNKNOWN_SITE.hint());
        }
        return site;
    }

    private static void checkOrigin(Site site, @Nullable String origin) throws BatchRejected {
        if (origin == null || !site.allows(origin)) {
            throw new BatchRejected(Rejection.WRONG_ORIGIN, Rejection.WRONG_ORIGIN.hint());
        }
    }

    private void append(Site site, BatchHeader header, ByteBuffer body, Sender sender, Answer answer) {
        long now = clock.millis();
        int bytes = body.remaining();
        LogRecord entry = new LogRecord(now, site.id(), sender.userAgent(), sender.address(), body);
        log.append(header.session(), entry, new EventLog.AppendCallback() {
            @Override
            public void appended() {
                ledger.accepted(site.id(), now, bytes);
                if (site.firstEventAt() == null) {
                    background.execute(() -> sites.firstEvent(site.id(), now));
                }
                answer.logged();
            }

            @Override
            public void failed(LogUnavailable reason) {
                refuse(answer);
            }
        });
    }
}
