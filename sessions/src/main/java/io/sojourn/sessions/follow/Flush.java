package io.sojourn.sessions.follow;

import io.sojourn.eventlog.Position;
import io.sojourn.sessions.SessionKey;
import io.sojourn.sessions.kept.Flushed;
import io.sojourn.sessions.kept.ServerFact;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was read of the log: the log is forced, then the segment files, then one transaction names their blocks and the
 * place up to which the log was read. Whatever ends it in between, the next start finds either all of it or nothing. One
 * thread.
 */
final class Flush {
    private final KeptStore store;
    private final OpenSessions sessions;
    private final Caps caps;
    private final FollowMetrics metrics;
    private final Consumer<FlushStep> watcher;

    /** @param watcher told on the calling thread how far it has got; what it throws ends the flush */
    Flush(KeptStore store, OpenSessions sessions, Caps caps, FollowMetrics metrics, Consumer<FlushStep> watcher) {
        this.store = store;
        this.sessions = sessions;
        this.caps = caps;
        this.metrics = metrics;
        this.watcher = watcher;
    }

    /** @param now epoch ms, to end sessions by */
    void keep(LogFollower log, long now) {
        Pending pending = log.pending();
        Intake intake = new Intake(store.segments(), caps, metrics);
        if (!pending.isEmpty()) {
            log.force();
            watcher.accept(FlushStep.LOG_FORCED);
            write(pending, intake);
        }
        List<OpenSession> changed = sessions.settle(now);
        if (!pending.isEmpty() || !changed.isEmpty()) {
            save(intake, changed, pending.told(), pending.isEmpty() ? null : log.position());
            pending.clear();
        }
    }

    private void write(Pending pending, Intake intake) {
        sessions.open(pending.batches().keySet());
        for (Map.Entry<SessionKey, List<ReceivedBatch>> received :
                pending.batches().entrySet()) {
            intake.take(sessions.get(received.getKey()), received.getValue());
        }
        pending.aside().forEach(intake::setAside);
        watcher.accept(FlushStep.BLOCKS_WRITTEN);
        store.segments().force();
        watcher.accept(FlushStep.BLOCKS_FORCED);
    }

    private void save(Intake intake, List<OpenSession> changed, List<ServerFact> told, @Nullable Position position) {
        store.saver()
                .save(new Flushed(
                        changed.stream().map(OpenSession::kept).toList(),
                        intake.blocks(),
                        intake.visitors(),
                        intake.aside(),
                        told,
                        position,
                        store.segments().next()));
        changed.forEach(session -> session.saved(session.kept()));
        watcher.accept(FlushStep.COMMITTED);
    }
}
