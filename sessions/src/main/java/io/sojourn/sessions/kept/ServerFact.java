package io.sojourn.sessions.kept;

import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.wire.ServerEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a site's own server told. It never begins a visit; where it names a session it can be seen beside it.
 *
 * @param id the same whenever the same thing is told again
 * @param session that it names, whether that is kept or not
 * @param visitor that it names
 * @param receivedAt epoch ms
 */
public record ServerFact(
        int site,
        long id,
        @Nullable Id128 session,
        @Nullable Id128 visitor,
        long receivedAt,
        ServerEvent event) {}
