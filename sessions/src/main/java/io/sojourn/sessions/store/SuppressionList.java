package io.sojourn.sessions.store;

import io.sojourn.eventlog.Id128;
import io.sojourn.sessions.SessionKey;
import io.sojourn.sessions.kept.Erased;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who was erased and must not come back: not the ids, but keyed hashes of them, which tell an id only to somebody who has it
 * already. One thread; held in memory, 16 bytes each.
 */
public final class SuppressionList implements Erased {
    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final DuckFacts facts;
    private final SecretKeySpec key;
    private final Set<UUID> hashes = new HashSet<>();

    public SuppressionList(DuckFacts facts) {
        this.facts = facts;
        this.key = new SecretKeySpec(facts.write(SuppressionList::keyOf), HMAC);
        reload();
    }

    private static byte[] keyOf(DuckFacts.Writing writing) throws SQLException {
        try (Statement query = writing.connection().createStatement()) {
            ResultSet row = query.executeQuery("SELECT key FROM suppression_key");
            if (row.next()) {
                return row.getBytes(1);
            }
        }
        byte[] made = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(made);
        writing.append("suppression_key", rows -> {
            rows.beginRow();
            rows.append(made);
            rows.endRow();
        });
        return made;
    }

    /** Takes up what {@link Erasure} has saved. */
    void reload() {
        hashes.addAll(facts.read(connection -> {
            try (Statement query = connection.createStatement()) {
                ResultSet rows = query.executeQuery("SELECT hash FROM suppressed");
                Set<UUID> saved = new HashSet<>();
                while (rows.next()) {
                    saved.add((UUID) rows.getObject(1));
                }
                return saved;
            }
        }));
    }

    @Override
    public boolean hasSession(SessionKey session) {
        return !hashes.isEmpty() && hashes.contains(hash('s', session.siteId(), session.id()));
    }

    @Override
    public boolean hasVisitor(int site, Id128 visitor) {
        return !hashes.isEmpty() && hashes.contains(hash('v', site, visitor));
    }

    void addSessions(DuckFacts.Writing writing, Collection<SessionKey> sessions, long now) throws SQLException {
        add(
                writing,
                sessions.stream()
                        .map(session -> hash('s', session.siteId(), session.id()))
                        .toList(),
                now);
    }

    void addVisitor(DuckFacts.Writing writing, int site, Id128 visitor, long now) throws SQLException {
        add(writing, List.of(hash('v', site, visitor)), now);
    }

    private void add(DuckFacts.Writing writing, List<UUID> more, long now) throws SQLException {
        writing.append("suppressed", rows -> {
            for (UUID hash : more) {
                if (!hashes.contains(hash)) {
                    rows.beginRow();
                    rows.append(hash).append(now);
                    rows.endRow();
                }
            }
        });
    }

    private UUID hash(char kind, int site, Id128 id) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update((byte) kind);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(site).flip());
            ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(id.toByteString().toByteArray()));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + HMAC, missing);
        }
    }
}
