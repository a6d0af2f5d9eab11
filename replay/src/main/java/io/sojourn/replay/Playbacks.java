package io.sojourn.replay;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.replay.safe.AssetCopies;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.Sessions;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sessions made ready for replay, the recently watched ones kept ready: a viewer asks for the same one many times in a row.
 * Any thread; two that ask for the same session wait for one preparation.
 */
public final class Playbacks {
    private static final long MOST_BYTES = 128L << 20;
    private static final long BYTES_AT_LEAST = 4_096;
    private static final Duration ENDED = Duration.ofMinutes(10);
    /** A session that goes on is prepared anew once a viewer could notice. */
    private static final Duration LIVE = Duration.ofSeconds(3);

    private final Sessions sessions;
    private final Library library;
    private final Cache<Key, Playback> ready;

    private record Key(int site, Id128 session) {}

    public Playbacks(Sessions sessions) {
        this(sessions, (site, at) -> AssetCopies.NONE);
    }

    /** Which copies of pictures and fonts there are for a visit to a site at that time (epoch ms). */
    public interface Library {
        AssetCopies of(int site, long at);
    }

    public Playbacks(Sessions sessions, Library library) {
        this.sessions = sessions;
        this.library = library;
        this.ready = Caffeine.newBuilder()
                .maximumWeight(MOST_BYTES)
                .weigher((Key key, Playback playback) ->
                        (int) Math.min(Integer.MAX_VALUE, BYTES_AT_LEAST + playback.bytes()))
                .expireAfter(Expiry.creating(
                        (Key key, Playback playback) -> playback.contents().live() ? LIVE : ENDED))
                .build();
    }

    /** Empty when there is no such session, or nothing of it is kept. */
    public Optional<Playback> find(int site, Id128 session) {
        return Optional.ofNullable(ready.get(new Key(site, session), this::prepare));
    }

    /** After an erasure: the session must not be shown from memory. */
    public void forget(int site, Id128 session) {
        ready.invalidate(new Key(site, session));
    }

    private @Nullable Playback prepare(Key key) {
        Session analysis =
                sessions.find(key.site(), key.session(), Lane.ANALYSIS).orElse(null);
        Session playback =
                sessions.find(key.site(), key.session(), Lane.PLAYBACK).orElse(null);
        if (analysis == null && playback == null) {
            return null;
        }
        AssetCopies copies = playback == null ? AssetCopies.NONE : library.of(key.site(), playback.endedAt());
        return Playback.of(analysis, playback, copies);
    }
}
