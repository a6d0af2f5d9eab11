package io.sojourn.replay;

import io.sojourn.eventlog.wire.PageView;
import io.sojourn.eventlog.wire.Viewport;
import io.sojourn.replay.Contents.Missing;
import io.sojourn.replay.Contents.OnScreen;
import io.sojourn.replay.Contents.RecordedDocument;
import io.sojourn.replay.dom.Node;
import io.sojourn.replay.tape.TapeGap;
import io.sojourn.sessions.Document;
import io.sojourn.sessions.Gap;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.TimedEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the table of contents of a recorded session from both lanes and the tapes. */
final class ContentsWriter {
    private final List<Taped> tapes;
    private final Screen screen;
    private final long origin;

    ContentsWriter(List<Taped> tapes, Screen screen, long origin) {
        this.tapes = tapes;
        this.screen = screen;
        this.origin = origin;
    }

    Contents contents(@Nullable Session analysis, @Nullable Session playback) {
        long end = Math.max(end(analysis), end(playback));
        long duration = Math.max(0, end - origin);
        boolean live = isLive(analysis) || isLive(playback);
        Activity activity = new Activity();
        activity.add(analysis, origin);
        activity.add(playback, origin);
        return new Contents(
                duration,
                live,
                documents(analysis, playback),
                screen.scenes().stream()
                        .map(scene ->
                                new OnScreen(scene.from(), scene.document().name()))
                        .toList(),
                analysis == null ? List.of() : Marks.of(analysis, origin),
                activity.idle(duration),
                gaps(analysis));
    }

    private long end(@Nullable Session lane) {
        return lane == null ? origin : lane.endedAt();
    }

    private static boolean isLive(@Nullable Session lane) {
        return lane != null && !lane.ended();
    }

    private List<RecordedDocument> documents(@Nullable Session analysis, @Nullable Session playback) {
        List<RecordedDocument> documents = new ArrayList<>();
        for (Taped taped : tapes) {
            if (!taped.tape().isEmpty()) {
                Optional<PageView> view = find(analysis, taped).flatMap(ContentsWriter::view);
                Viewport viewport =
                        find(playback, taped).flatMap(ContentsWriter::viewport).orElseGet(() -> viewport(view));
                documents.add(document(taped, view.map(PageView::getUrl).orElseGet(() -> address(taped)), viewport));
            }
        }
        documents.sort(Comparator.comparingLong(RecordedDocument::startsAtMs));
        return documents;
    }

    private static RecordedDocument document(Taped taped, String url, Viewport viewport) {
        return new RecordedDocument(
                taped.name(),
                Taped.hex(taped.tab()),
                taped.clock(),
                taped.startsAt(),
                taped.endsAt(),
                url,
                viewport.getWidth(),
                viewport.getHeight(),
                taped.tape().keyframes().stream().map(at -> taped.clock() + at).toList());
    }

    private static Optional<Document> find(@Nullable Session lane, Taped taped) {
        return lane == null
                ? Optional.empty()
                : lane.documents().stream()
                        .filter(document -> document.id() == taped.id())
                        .findFirst();
    }

    private static Optional<PageView> view(Document document) {
        return document.events().stream()
                .map(TimedEvent::event)
                .filter(event -> event.hasPageView())
                .map(event -> event.getPageView())
                .findFirst();
    }

    private static Optional<Viewport> viewport(Document document) {
        return document.events().stream()
                .map(TimedEvent::event)
                .filter(event -> event.hasViewport())
                .map(event -> event.getViewport())
                .findFirst();
    }

    private static Viewport viewport(Optional<PageView> view) {
        Viewport.Builder viewport = Viewport.newBuilder();
        view.ifPresent(seen -> viewport.setWidth(seen.getViewportWidth()).setHeight(seen.getViewportHeight()));
        return viewport.build();
    }

    private static String address(Taped taped) {
        Node root = taped.tape().pageAt(taped.tape().start()).root();
        return root == null ? "" : root.name();
    }

    private List<Missing> gaps(@Nullable Session analysis) {
        List<Missing> gaps = new ArrayList<>();
        for (Taped taped : tapes) {
            for (TapeGap gap : taped.gaps()) {
                gaps.add(missing(gap, taped, "playback"));
            }
            for (TapeGap gap : taped.lackingAssets()) {
                gaps.add(missing(gap, taped, "asset"));
            }
        }
        if (analysis != null) {
            for (Document document : analysis.documents()) {
                document.gaps().forEach(gap -> gaps.add(missing(gap, document)));
            }
        }
        gaps.sort(Comparator.comparingLong(Missing::atMs));
        return gaps;
    }

    private static Missing missing(TapeGap gap, Taped taped, String lane) {
        return new Missing(
                Math.max(0, taped.clock() + gap.at()),
                gap.until() == TapeGap.NEVER ? null : taped.clock() + gap.until(),
                gap.reason(),
                gap.detail(),
                taped.name(),
                lane);
    }

    private Missing missing(Gap gap, Document document) {
        String sentence = switch (gap.reason()) {
            case MISSING -> "Some events of this visit have not arrived; clicks may be missing here.";
            case UNREADABLE -> "Some events of this visit could not be read; clicks may be missing here.";
            case CAPPED -> "The session reached its bound; what came later was not kept.";
        };
        long at = Math.max(0, gap.at() - origin);
        Long until = gap.reason() == Gap.Reason.CAPPED ? null : Long.valueOf(at);
        return new Missing(at, until, TapeGap.reason(gap), sentence, Taped.hex(document.id()), "analysis");
    }
}
