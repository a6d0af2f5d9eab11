package io.sojourn.journey.signal;

import io.sojourn.eventlog.wire.Element;
import io.sojourn.eventlog.wire.Lifecycle;
import io.sojourn.eventlog.wire.NavigationType;
import io.sojourn.sessions.PageVisit;
import io.sojourn.sessions.derive.FactSink;
import io.sojourn.sessions.pages.PageTemplates;
import org.jspecify.annotations.Nullable;

/**
 * One page view as detectors see it.
 *
 * @param number among those of the visit, from 0
 * @param page as the facts name it
 * @param template of the page, by the rules that need no other visits
 */
public record View(int number, PageVisit visit, long page, String template, FactSink names) {
    static View of(int number, PageVisit visit, FactSink names) {
        return new View(number, visit, names.page(visit.path()), PageTemplates.of(visit.path()), names);
    }

    /** As the facts name it; null when it could not be named. */
    @Nullable
    Long element(Element fingerprint) {
        return fingerprint.getTag().isEmpty() ? null : Long.valueOf(names.element(page, fingerprint));
    }

    /** Whether anybody ever looked at it (SIGNALS 3.4). */
    public boolean seen() {
        return visit.view().getVisible()
                || visit.visibleMs() > 0
                || visit.events().stream()
                        .anyMatch(timed -> timed.event().getLifecycle().getState() == Lifecycle.State.VISIBLE);
    }

    /** Whether a document was loaded for it, rather than changed or taken back from a cache. */
    boolean loaded() {
        NavigationType how = visit.view().getNavigation();
        return how != NavigationType.SPA && how != NavigationType.BFCACHE && how != NavigationType.PRERENDER;
    }

    boolean sameTemplate(View other) {
        return template.equals(other.template);
    }
}
