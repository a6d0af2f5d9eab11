package io.sojourn.replay;

import io.sojourn.replay.html.HtmlWriter;
import io.sojourn.replay.rrweb.RrwebExport;
import io.sojourn.replay.rrweb.RrwebScene;
import io.sojourn.replay.safe.AssetCopies;
import io.sojourn.replay.tape.PlayerStream;
import io.sojourn.sessions.Session;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session made ready for replay. Everything it gives out is safe to show: nothing recorded can run, fetch or navigate.
 * Moments are ms since the session's start; {@link #END} is the last one. Never changes; any thread.
 */
public final class Playback {
    /** As a moment: the last one. */
    public static final long END = Long.MAX_VALUE;

    private final long origin;
    private final List<Taped> documents;
    private final Screen screen;
    private final Contents contents;

    private Playback(long origin, List<Taped> documents, Screen screen, Contents contents) {
        this.origin = origin;
        this.documents = documents;
        this.screen = screen;
        this.contents = contents;
    }

    /**
     * Goes through the whole recording once. Neither lane must be there; what is missing is simply not shown.
     *
     * @param analysis the session's ANALYSIS lane; its start is the session's
     * @param playback the session's PLAYBACK lane
     */
    public static Playback of(@Nullable Session analysis, @Nullable Session playback) {
        return of(analysis, playback, AssetCopies.NONE);
    }

    /** @param copies what pictures and fonts of the web are replaced by */
    public static Playback of(@Nullable Session analysis, @Nullable Session playback, AssetCopies copies) {
        long origin = analysis != null ? analysis.startedAt() : playback != null ? playback.startedAt() : 0;
        List<Taped> documents = new ArrayList<>();
        if (playback != null) {
            playback.documents().forEach(document -> documents.add(Taped.of(document, origin, copies)));
        }
        Screen screen = new Screen(documents, analysis, playback, origin);
        Contents contents = new ContentsWriter(documents, screen, origin).contents(analysis, playback);
        return new Playback(origin, List.copyOf(documents), screen, contents);
    }

    /** Epoch ms of moment 0. */
    public long startedAt() {
        return origin;
    }

    public Contents contents() {
        return contents;
    }

    /** Memory it keeps, in bytes, roughly. */
    public long bytes() {
        return documents.stream().mapToLong(document -> document.tape().bytes()).sum();
    }

    /**
     * A serialized {@code sojourn.EventList} that begins with a whole snapshot of the document, at most two seconds before
     * {@code at}, and goes on to {@code until}. {@code Event.at} counts from the document's clock. Empty when the session has no
     * picture of such a document.
     */
    public Optional<byte[]> eventsFrom(long document, long at, long until) {
        return find(document).map(taped -> PlayerStream.of(taped.tape(), taped.onClock(at), taped.onClock(until)));
    }

    /** The same for who has seen everything up to {@code after}: without a snapshot. */
    public Optional<byte[]> eventsAfter(long document, long after, long until) {
        return find(document)
                .map(taped -> PlayerStream.after(taped.tape(), taped.onClock(after), taped.onClock(until)));
    }

    private Optional<Taped> find(long document) {
        return documents.stream()
                .filter(taped -> taped.id() == document && !taped.tape().isEmpty())
                .findFirst();
    }

    /**
     * The document on the screen at that moment as HTML text. Between two documents, and after the end, it is the last
     * picture; before the first, the first. Empty when the session has no picture at all.
     */
    public Optional<String> htmlAt(long moment) {
        Taped taped = screen.at(moment);
        if (taped == null) {
            return Optional.empty();
        }
        return Optional.of(HtmlWriter.write(taped.tape().pageAt(taped.onClock(moment))));
    }

    /**
     * Writes what was on the screen in this stretch as a JSON array of rrweb events; an empty array when there was nothing.
     * Starts with the whole picture at {@code from}. Leaves the stream open.
     *
     * @throws tools.jackson.core.JacksonException when the stream does not take it
     */
    public void writeRrweb(long from, long to, OutputStream out) {
        List<Screen.Scene> scenes = screen.scenes();
        List<RrwebScene> shown = new ArrayList<>();
        for (int i = 0; i < scenes.size(); i++) {
            long begins = Math.max(from, scenes.get(i).from());
            long ends = i + 1 < scenes.size() ? Math.min(to, scenes.get(i + 1).from()) : to;
            if (begins < ends || begins == ends && i + 1 == scenes.size()) {
                shown.add(scene(scenes.get(i).document(), begins, ends));
            }
        }
        RrwebExport.write(shown, out);
    }

    private RrwebScene scene(Taped taped, long begins, long ends) {
        Contents.RecordedDocument about = contents.documents().stream()
                .filter(document -> document.id().equals(taped.name()))
                .findFirst()
                .orElseThrow();
        return new RrwebScene(
                taped.tape(),
                origin + taped.clock(),
                taped.onClock(begins),
                taped.onClock(ends),
                about.url(),
                about.width(),
                about.height());
    }
}
