package io.sojourn.server.alert;

import io.sojourn.journey.stall.Verification;
import io.sojourn.sites.Site;
import io.sojourn.sites.Sites;
import io.sojourn.sites.proof.Release;
import io.sojourn.sites.proof.Releases;
import io.sojourn.sites.proof.StallBook;
import io.sojourn.sites.proof.StallState;
import io.sojourn.sites.proof.StallStep;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks for what people want to be told (SIGNALS 11.8): a strong finding nobody knows of, a place that got worse all of a sudden,
 * a fix that the figures confirm, a fix that did not hold. What the figures say of a fix goes into the book, in their name.
 */
public final class StallWatch implements Runnable {
    private static final JsonMapper JSON = new JsonMapper();
    /** A sudden change is told once in this time. */
    private static final long QUIET_MS = Duration.ofDays(1).toMillis();

    private final Sites sites;
    private final StallBook book;
    private final Releases releases;
    private final StallFigures figures;
    private final AlertPost post;
    private final InstantSource clock;

    public StallWatch(
            Sites sites, StallBook book, Releases releases, StallFigures figures, AlertPost post, InstantSource clock) {
        this.sites = sites;
        this.book = book;
        this.releases = releases;
        this.figures = figures;
        this.post = post;
        this.clock = clock;
    }

    @Override
    public void run() {
        sites.all().forEach(this::look);
    }

    private void look(Site site) {
        Map<String, StallStep> standing = book.standing(site.id());
        List<StallFigures.Place> places = figures.places(site.id());
        tellNew(site, places, standing);
        tellSudden(site, places, standing);
        Map<String, StallFigures.Place> byId =
                places.stream().collect(Collectors.toMap(StallFigures.Place::id, Function.identity(), (a, b) -> a));
        standing.forEach((stall, step) -> verify(site, step, byId.get(stall)));
    }

    /** Somebody who said anything of a stall knows of it. */
    private void tellNew(Site site, List<StallFigures.Place> places, Map<String, StallStep> standing) {
        for (StallFigures.Place place : places) {
            if (place.strong() && !standing.containsKey(place.id())) {
                tell(site, "new", place.id(), "new " + place.id(), place.sentence());
            }
        }
    }

    private void tellSudden(Site site, List<StallFigures.Place> places, Map<String, StallStep> standing) {
        Set<String> unusual = figures.unusual(site.id());
        long day = clock.millis() / QUIET_MS;
        for (StallFigures.Place place : places) {
            if (unusual.contains(place.id()) && !muted(standing.get(place.id()))) {
                String sentence = "More often than usual since an hour: " + place.sentence();
                tell(site, "sudden", place.id(), "sudden " + place.id() + " " + day, sentence);
            }
        }
    }

    private boolean muted(@Nullable StallStep step) {
        return step != null && step.stateAt(clock.millis()) == StallState.MUTED;
    }

    private void verify(Site site, StallStep step, StallFigures.@Nullable Place place) {
        String id = step.release();
        Release release = id == null ? null : releases.byId(site.id(), id);
        boolean open = step.state() == StallState.FIXED || step.state() == StallState.VERIFIED;
        if (release == null || !open) {
            return;
        }
        Verification.Verdict verdict = figures.verdict(site.id(), step.stall(), release);
        String name = place == null ? "A stall" : place.sentence();
        if (verdict == Verification.Verdict.FIXED && step.state() == StallState.FIXED) {
            say(site, step, StallState.VERIFIED);
            tell(
                    site,
                    "fixed",
                    step.stall(),
                    "fixed " + step.stall() + " " + release.id(),
                    "Mended by " + release.name() + ": " + name);
        } else if (verdict == Verification.Verdict.NOT_FIXED || verdict == Verification.Verdict.WORSE) {
            say(site, step, StallState.REOPENED);
            tell(
                    site,
                    "reopened",
                    step.stall(),
                    "reopened " + step.stall() + " " + step.at(),
                    "Not mended by " + release.name() + ": " + name);
        }
    }

    private void say(Site site, StallStep step, StallState state) {
        book.say(
                site.id(),
                step.stall(),
                new StallBook.Word(state, null, step.release(), null, null),
                StallBook.THE_FIGURES);
    }

    private void tell(Site site, String type, String stall, String eventKey, String sentence) {
        String path = "/sites/" + Integer.toHexString(site.id()) + "/home/" + stall;
        post.tell(
                site.id(),
                eventKey,
                JSON.writeValueAsString(Map.of(
                        "type",
                        type,
                        "site",
                        site.name(),
                        "stall",
                        stall,
                        "sentence",
                        sentence,
                        "path",
                        path,
                        "at",
                        clock.millis())));
    }
}
