package io.sojourn.sessions.testing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sojourn.eventlog.LogRecord;
import io.sojourn.sessions.SessionsModule;
import io.sojourn.sessions.derive.Derivation;
import io.sojourn.sessions.derive.Rules;
import io.sojourn.sessions.follow.Caps;
import io.sojourn.sessions.follow.FlushStep;
import io.sojourn.sessions.follow.HousekeepingStep;
import io.sojourn.sessions.follow.Retention;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * The sessions module on a folder, a log in memory and a clock that stands. {@code follows} a visit means: its batches were
 * logged, followed, kept and derived.
 */
public final class SessionsFixture implements AutoCloseable {
    public final SettableClock clock = new SettableClock(VisitBuilder.NOON);
    public final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    private final Path folder;
    private final InMemoryEventLog log;
    private final List<Derivation> derivations = new ArrayList<>();
    private Consumer<FlushStep> watcher = FlushStep.UNWATCHED;
    private Consumer<HousekeepingStep> housekeepingWatcher = HousekeepingStep.UNWATCHED;
    private Caps caps = Caps.DEFAULT;
    private IntFunction<Rules> rules = site -> Rules.DEFAULT;
    private Retention retention = Retention.DEFAULT;
    private SessionsModule module;

    public SessionsFixture(Path folder, Derivation... more) {
        this(folder, new InMemoryEventLog(), more);
    }

    public SessionsFixture(Path folder, InMemoryEventLog log, Derivation... more) {
        this.folder = folder;
        this.log = log;
        derivations.addAll(List.of(more));
        module = open();
    }

    private SessionsModule open() {
        return new SessionsModule(
                folder,
                log,
                metrics,
                clock,
                derivations,
                128,
                RebuiltVisit.REBUILDER,
                site -> rules.apply(site),
                caps,
                retention,
                step -> watcher.accept(step),
                step -> housekeepingWatcher.accept(step));
    }

    public SessionsModule module() {
        return module;
    }

    public InMemoryEventLog log() {
        return log;
    }

    public SessionsFixture watchedBy(Consumer<FlushStep> someone) {
        watcher = someone;
        return this;
    }

    public SessionsFixture housekeepingWatchedBy(Consumer<HousekeepingStep> someone) {
        housekeepingWatcher = someone;
        return this;
    }

    public SessionsFixture rules(Rules others) {
        return rules(site -> others);
    }

    public SessionsFixture rules(IntFunction<Rules> others) {
        rules = others;
        return this;
    }

    /** Starts again and keeps only so much. */
    public SessionsFixture keeps(Retention other) {
        retention = other;
        return restarts();
    }

    /** Starts again with these caps. */
    public SessionsFixture cappedAt(Caps others) {
        caps = others;
        return restarts();
    }

    public SessionsFixture follows(VisitBuilder... visits) {
        for (VisitBuilder visit : visits) {
            follows(visit.records());
        }
        return this;
    }

    /** The clock follows the newest record. */
    public SessionsFixture follows(List<LogRecord> records) {
        log.with(records);
        records.forEach(entry -> clock.set(Math.max(clock.millis(), entry.receivedAt())));
        module.follower().catchUp();
        return this;
    }

    /** Half an hour without a sign of life: every visit ends. */
    public SessionsFixture everybodyLeaves() {
        clock.advance(Duration.ofMinutes(31));
        module.follower().catchUp();
        return this;
    }

    /** So much time goes by, everybody leaves, and then the house is tidied. */
    public SessionsFixture tidiesAfter(Duration time) {
        everybodyLeaves();
        clock.advance(time);
        module.follower().tidy();
        return this;
    }

    public SessionsFixture restarts() {
        module.close();
        module = open();
        return this;
    }

    /** @param name after {@code sojourn.follower.} */
    public double counted(String name) {
        return metrics.get("sojourn.follower." + name).counter().count();
    }

    @Override
    public void close() {
        module.close();
    }
}
