package io.sojourn.replay;

import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.Lifecycle;
import io.sojourn.sessions.Document;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.TimedEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which document the visitor was looking at. A document takes the screen with its first picture, when its tab is shown or
 * focused, and when the visitor does something in it; it keeps the screen until another takes it, so that moments between
 * two pages show the last picture.
 */
final class Screen {
    /** From {@code from} on (ms since the session's start) this document is on the screen. */
    record Scene(long from, Taped document) {}

    private final List<Scene> scenes = new ArrayList<>();

    Screen(List<Taped> documents, @Nullable Session analysis, @Nullable Session playback, long origin) {
        Map<Long, Taped> visible = new HashMap<>();
        List<Scene> claims = new ArrayList<>();
        for (Taped document : documents) {
            if (!document.tape().isEmpty()) {
                visible.put(document.id(), document);
                claims.add(new Scene(document.startsAt(), document));
            }
        }
        collect(analysis, visible, origin, claims);
        collect(playback, visible, origin, claims);
        claims.sort(Comparator.comparingLong(Scene::from));
        for (Scene claim : claims) {
            if (scenes.isEmpty() || scenes.get(scenes.size() - 1).document() != claim.document()) {
                scenes.add(claim);
            }
        }
    }

    /** Every change of document, in order. */
    List<Scene> scenes() {
        return List.copyOf(scenes);
    }

    /** The document then; the first one before anything was seen; null when nothing ever was. */
    @Nullable
    Taped at(long moment) {
        Taped found = null;
        for (Scene scene : scenes) {
            if (found == null || scene.from() <= moment) {
                found = scene.document();
            }
        }
        return found;
    }

    private static void collect(@Nullable Session lane, Map<Long, Taped> visible, long origin, List<Scene> claims) {
        if (lane == null) {
            return;
        }
        for (Document document : lane.documents()) {
            Taped taped = visible.get(document.id());
            if (taped == null) {
                continue;
            }
            for (TimedEvent timed : document.events()) {
                long at = timed.at() - origin;
                if (at >= taped.startsAt() && showsAttention(timed.event())) {
                    claims.add(new Scene(at, taped));
                }
            }
        }
    }

    private static boolean showsAttention(Event event) {
        if (event.hasLifecycle()) {
            Lifecycle.State state = event.getLifecycle().getState();
            return state == Lifecycle.State.VISIBLE || state == Lifecycle.State.FOCUSED;
        }
        return Activity.isVisitor(event);
    }
}
