package io.sojourn.sessions.follow;

import io.sojourn.sessions.SessionKey;
import io.sojourn.sessions.kept.BlockAddress;
import io.sojourn.sessions.kept.LoadedSession;
import io.sojourn.sessions.store.SessionIndex;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The sessions that may go on, and late ones until their facts are made. One thread. */
final class OpenSessions {
    /** In its first minute a visit is derived at each flush, later once a minute. */
    private static final long MINUTE_MS = Duration.ofMinutes(1).toMillis();

    private static final int QUIET_SESSIONS = 50;
    /** Deriving reads the whole session, so even a quiet server does not do it at each flush for a huge one. */
    private static final long SMALL_BYTES = 256 << 10;

    private final SessionIndex index;
    private final Map<SessionKey, OpenSession> sessions = new LinkedHashMap<>();

    OpenSessions(SessionIndex index) {
        this.index = index;
    }

    void reload() {
        sessions.clear();
        add(index.open());
    }

    void clear() {
        sessions.clear();
    }

    void add(List<LoadedSession> loaded) {
        for (LoadedSession session : loaded) {
            sessions.put(session.session().key(), new OpenSession(session));
        }
    }

    /** Makes these present, as they are kept or else as new ones. */
    void open(Collection<SessionKey> keys) {
        List<SessionKey> unknown =
                keys.stream().filter(key -> !sessions.containsKey(key)).toList();
        if (unknown.isEmpty()) {
            return;
        }
        add(index.load(unknown));
        unknown.forEach(key -> sessions.computeIfAbsent(key, OpenSession::new));
    }

    OpenSession get(SessionKey key) {
        OpenSession session = sessions.get(key);
        if (session == null) {
            throw new IllegalArgumentException("session " + key + " was not opened");
        }
        return session;
    }

    boolean has(SessionKey key) {
        return sessions.containsKey(key);
    }

    /** Ends what is over and returns what differs from what is saved. @param now epoch ms */
    List<OpenSession> settle(long now) {
        sessions.values().forEach(session -> session.settle(now));
        return sessions.values().stream().filter(OpenSession::changed).toList();
    }

    /** Those whose facts should be derived now. @param now epoch ms */
    List<OpenSession> due(long now) {
        return sessions.values().stream()
                .filter(session -> session.saved().dirty())
                .filter(session -> !session.analysisBlocks().isEmpty())
                .filter(session -> session.ended() || isNews(session, now))
                .toList();
    }

    private boolean isNews(OpenSession session, long now) {
        return now - session.firstReceivedAt() < MINUTE_MS
                || now - session.derivedAt() >= MINUTE_MS
                || (quiet() && session.saved().analysis().bytes() <= SMALL_BYTES);
    }

    /** @param moves from where blocks stood to where they stand now */
    void moved(Map<BlockAddress, BlockAddress> moves) {
        sessions.values().forEach(session -> session.moved(moves));
    }

    void drop(Collection<SessionKey> keys) {
        sessions.keySet().removeAll(keys);
    }

    void dropEnded() {
        sessions.values().removeIf(OpenSession::ended);
    }

    void deriveAgain(Predicate<SessionKey> which) {
        sessions.values().stream().filter(session -> which.test(session.key())).forEach(OpenSession::deriveAgain);
    }

    boolean quiet() {
        return sessions.size() < QUIET_SESSIONS;
    }

    int size() {
        return sessions.size();
    }
}
