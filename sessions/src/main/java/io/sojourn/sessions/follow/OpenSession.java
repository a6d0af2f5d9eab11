package io.sojourn.sessions.follow;

import io.sojourn.eventlog.wire.Lane;
import io.sojourn.sessions.SessionKey;
import io.sojourn.sessions.kept.BatchIdentity;
import io.sojourn.sessions.kept.BlockAddress;
import io.sojourn.sessions.kept.KeptBlock;
import io.sojourn.sessions.kept.KeptSession;
import io.sojourn.sessions.kept.LaneTotals;
import io.sojourn.sessions.kept.LoadedSession;
import io.sojourn.sessions.kept.SeenBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the follower remembers of a session that may go on: which batches it has seen, not what was in them. */
final class OpenSession {
    static final Duration TIMEOUT = Duration.ofMinutes(30);

    /** What a batch is to a session that may have seen it. */
    enum Verdict {
        NEW,
        COPY,
        CONFLICT
    }

    private final SessionKey key;
    private final Map<BatchIdentity, Long> digests = new HashMap<>();
    private final List<BlockAddress> analysisBlocks = new ArrayList<>();
    private KeptSession saved;
    private long firstReceivedAt;
    private long lastReceivedAt;
    private long leastDelayMs;
    private LaneTotals analysis;
    private LaneTotals playback;
    private boolean ended;
    private long derivedAt;

    OpenSession(SessionKey key) {
        this(new LoadedSession(
                new KeptSession(key, Long.MAX_VALUE, 0, Long.MAX_VALUE, LaneTotals.NONE, LaneTotals.NONE, false, 0, 0),
                List.of()));
    }

    OpenSession(LoadedSession loaded) {
        saved = loaded.session();
        key = saved.key();
        firstReceivedAt = saved.firstReceivedAt();
        lastReceivedAt = saved.lastReceivedAt();
        leastDelayMs = saved.leastDelayMs();
        analysis = saved.analysis();
        playback = saved.playback();
        ended = saved.ended();
        loaded.blocks().forEach(this::holds);
    }

    private void holds(KeptBlock block) {
        for (SeenBatch seen : block.batches()) {
            digests.put(seen.identity(), seen.digest());
        }
        stands(block.address());
    }

    SessionKey key() {
        return key;
    }

    /** The first payload seen under an identity counts. */
    Verdict offer(SeenBatch batch) {
        Long known = digests.get(batch.identity());
        if (known == null) {
            return Verdict.NEW;
        }
        return known == batch.digest() ? Verdict.COPY : Verdict.CONFLICT;
    }

    /** A sign of life; copies count too, so that the order of copies does not matter. */
    void heard(ReceivedBatch batch) {
        long receivedAt = batch.entry().receivedAt();
        firstReceivedAt = Math.min(firstReceivedAt, receivedAt);
        lastReceivedAt = Math.max(lastReceivedAt, receivedAt);
        leastDelayMs = Math.min(leastDelayMs, batch.delayMs());
    }

    void keeps(SeenBatch batch, long bytes, int events) {
        digests.put(batch.identity(), batch.digest());
        set(batch.identity().lane(), totals(batch.identity().lane()).plus(bytes, events));
    }

    void caps(ReceivedBatch batch) {
        if (lastReceivedAt == 0) {
            heard(batch);
        }
        set(batch.lane(), totals(batch.lane()).plusCapped());
    }

    private void set(Lane lane, LaneTotals totals) {
        if (lane == Lane.PLAYBACK) {
            playback = totals;
        } else {
            analysis = totals;
        }
    }

    LaneTotals totals(Lane lane) {
        return lane == Lane.PLAYBACK ? playback : analysis;
    }

    void stands(BlockAddress block) {
        if (block.lane() == Lane.ANALYSIS) {
            analysisBlocks.add(block);
        }
    }

    /** @param moves from where blocks stood to where they stand now */
    void moved(Map<BlockAddress, BlockAddress> moves) {
        analysisBlocks.replaceAll(block -> moves.getOrDefault(block, block));
    }

    List<BlockAddress> analysisBlocks() {
        return analysisBlocks;
    }

    /** @param now epoch ms: the log's time while behind, the clock's when caught up */
    void settle(long now) {
        ended = lastReceivedAt + TIMEOUT.toMillis() <= now;
    }

    boolean ended() {
        return ended;
    }

    long firstReceivedAt() {
        return firstReceivedAt;
    }

    /** The session as it is now; a change since it was last saved makes a new revision. */
    KeptSession kept() {
        KeptSession same = with(saved.revision());
        return same.equals(saved) ? saved : with(saved.revision() + 1);
    }

    private KeptSession with(long revision) {
        return new KeptSession(
                key,
                firstReceivedAt,
                lastReceivedAt,
                leastDelayMs,
                analysis,
                playback,
                ended,
                revision,
                saved.derivedRevision());
    }

    boolean changed() {
        return kept() != saved;
    }

    KeptSession saved() {
        return saved;
    }

    void saved(KeptSession session) {
        saved = session;
    }

    /** @param now epoch ms */
    void derived(long now) {
        derivedAt = now;
        saved = saved.derivedAs(saved.revision());
    }

    void deriveAgain() {
        derivedAt = 0;
        saved = saved.derivedAs(-1);
    }

    /** Epoch ms when its facts were last derived in this process, 0 when they were not. */
    long derivedAt() {
        return derivedAt;
    }
}
