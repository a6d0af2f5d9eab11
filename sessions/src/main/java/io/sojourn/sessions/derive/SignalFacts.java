package io.sojourn.sessions.derive;

import static io.sojourn.sessions.derive.FactTable.Type.BIGINT;
import static io.sojourn.sessions.derive.FactTable.Type.INTEGER;
import static io.sojourn.sessions.derive.FactTable.Type.VARCHAR;
import static io.sojourn.sessions.derive.FactTable.column;

import java.util.List;

/**
 * Signs of friction, of whatever kind. Any derivation may add rows, none owns the table: it is here so that every list can
 * count them and every filter ask for them.
 */
public final class SignalFacts {
    /**
     * {@code kind}: rage, dead …; {@code page} and {@code element} as the sink names them, the element null where it is about
     * none; {@code happened_at}: epoch ms of the first of {@code count} acts; {@code lost_ms}: what it cost the visitor, which
     * signals of several kinds may tell of the same time, so that adding them up counts it twice.
     */
    public static final FactTable SIGNAL = new FactTable(
            "signal",
            List.of(
                    column("kind", VARCHAR),
                    column("page", BIGINT),
                    column("element", BIGINT),
                    column("happened_at", BIGINT),
                    column("lost_ms", BIGINT),
                    column("count", INTEGER)));

    private SignalFacts() {}
}
