package io.sojourn.sessions.follow;

import io.sojourn.sessions.SessionKey;
import io.sojourn.sessions.kept.ServerFact;
import io.sojourn.sessions.kept.SetAside;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was read from the log and waits for the next flush. One thread. */
final class Pending {
    /** What a record costs here besides its bytes, so that a great many tiny ones are bounded too. */
    private static final int RECORD_BYTES = 1_000;

    private final Map<SessionKey, List<ReceivedBatch>> batches = new LinkedHashMap<>();
    private final List<SetAside> aside = new ArrayList<>();
    private final List<ServerFact> told = new ArrayList<>();
    private long bytes;
    private boolean moved;

    void add(ReceivedBatch batch) {
        batches.computeIfAbsent(batch.key(), key -> new ArrayList<>()).add(batch);
        grow(batch.bytes());
    }

    void add(SetAside record) {
        aside.add(record);
        grow(record.entry().batch().remaining());
    }

    /** What a site's own server told in a record of so many bytes. */
    void add(List<ServerFact> facts, int size) {
        told.addAll(facts);
        grow(size);
    }

    /** A record was read of which nothing is to be kept. */
    void pass() {
        moved = true;
    }

    private void grow(int size) {
        bytes += RECORD_BYTES + size;
        moved = true;
    }

    /** By session, in the order of the log. */
    Map<SessionKey, List<ReceivedBatch>> batches() {
        return batches;
    }

    List<SetAside> aside() {
        return aside;
    }

    List<ServerFact> told() {
        return told;
    }

    /** About as much memory as this takes. */
    long bytes() {
        return bytes;
    }

    boolean isEmpty() {
        return !moved;
    }

    void clear() {
        batches.clear();
        aside.clear();
        told.clear();
        bytes = 0;
        moved = false;
    }
}
