package io.sojourn.server.asset;

import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.asset.AssetRejected;
import io.sojourn.eventlog.asset.AssetStore;
import io.sojourn.eventlog.wire.Lane;
import io.sojourn.replay.Playback;
import io.sojourn.replay.safe.AssetCopies;
import io.sojourn.sessions.Sessions;
import io.sojourn.sessions.store.RecentRecordings;
import io.sojourn.sites.asset.AssetBook;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the pictures and fonts that recent recordings name: what was not looked at lately is fetched and kept, what is
 * there is marked as used. One call at a time; blocks while it fetches. Trouble with one address is that address's alone.
 */
public final class AssetRounds implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(AssetRounds.class);
    private static final int SESSIONS = 200;
    /** What a hostile recording may ask for at most; the rest waits for the next visitor. */
    private static final int FETCHES = 300;

    private static final int AT_ONCE = 4;
    private static final long FRESH_MS = Duration.ofHours(24).toMillis();
    private static final long TRY_AGAIN_MS = Duration.ofMinutes(10).toMillis();
    private static final long LOOK_BACK_MS = Duration.ofHours(1).toMillis();

    private final RecentRecordings recent;
    private final Sessions sessions;
    private final AssetBook book;
    private final AssetStore store;
    private final AssetFetcher fetcher;
    private final InstantSource clock;
    private long seenUntil;

    AssetRounds(
            RecentRecordings recent,
            Sessions sessions,
            AssetBook book,
            AssetStore store,
            AssetFetcher fetcher,
            InstantSource clock) {
        this.recent = recent;
        this.sessions = sessions;
        this.book = book;
        this.store = store;
        this.fetcher = fetcher;
        this.clock = clock;
        this.seenUntil = clock.millis() - LOOK_BACK_MS;
    }

    private record Wanted(int site, String address) {}

    @Override
    public void run() {
        Set<Wanted> wanted = new LinkedHashSet<>();
        for (RecentRecordings.Recent session : recent.after(seenUntil, SESSIONS)) {
            collect(session, wanted);
            seenUntil = session.receivedAt();
        }
        List<Wanted> due = new ArrayList<>();
        for (Wanted each : wanted) {
            if (due.size() < FETCHES && isDue(each)) {
                due.add(each);
            }
        }
        for (int i = 0; i < due.size(); i += AT_ONCE) {
            fetch(due.subList(i, Math.min(i + AT_ONCE, due.size())));
        }
    }

    private void collect(RecentRecordings.Recent recording, Set<Wanted> wanted) {
        int site = recording.key().siteId();
        AssetCopies asking = address -> {
            wanted.add(new Wanted(site, address));
            return null;
        };
        try {
            sessions.find(site, recording.key().id(), Lane.PLAYBACK)
                    .ifPresent(playback -> Playback.of(null, playback, asking));
        } catch (RuntimeException trouble) {
            LOG.warn(
                    "the pictures of session {} cannot be looked for",
                    recording.key().id(),
                    trouble);
        }
    }

    private boolean isDue(Wanted wanted) {
        long now = clock.millis();
        AssetBook.Entry last = book.last(wanted.site(), wanted.address());
        if (last == null) {
            return true;
        }
        String hash = last.hash();
        if (hash == null) {
            return now - last.lastAt() > (last.reason() == null ? TRY_AGAIN_MS : waitAfter(last.reason()));
        }
        Id128 content = Id128.parse(hash);
        store.used(wanted.site(), content, now);
        return now - last.lastAt() > FRESH_MS || !store.has(wanted.site(), content);
    }

    /** A server that is down may be up soon; a wrong address stays wrong. */
    private static long waitAfter(String reason) {
        return reason.contains("answer") || reason.contains("broke off") ? TRY_AGAIN_MS : FRESH_MS;
    }

    private void fetch(List<Wanted> some) {
        List<Future<?>> all = new ArrayList<>();
        for (Wanted wanted : some) {
            all.add(fetcher.fetch(wanted.address())
                    .map(fetched -> keep(wanted, fetched))
                    .otherwise(trouble -> fail(wanted, trouble)));
        }
        Future.join(all).toCompletionStage().toCompletableFuture().join();
    }

    private boolean keep(Wanted wanted, AssetFetcher.Fetched fetched) {
        long now = clock.millis();
        try {
            Id128 hash = store.put(
                    wanted.site(), fetched.type().kind(), fetched.type().mediaType(), fetched.content(), now);
            book.found(wanted.site(), wanted.address(), hash.toString(), now);
            return true;
        } catch (AssetRejected rejected) {
            book.failed(wanted.site(), wanted.address(), "it is too large, or the site's room for assets is full", now);
            return false;
        }
    }

    private boolean fail(Wanted wanted, Throwable trouble) {
        String reason = trouble instanceof AssetRefused refused ? refused.reason() : "it could not be kept";
        book.failed(wanted.site(), wanted.address(), reason, clock.millis());
        return false;
    }
}
