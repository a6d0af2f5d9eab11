package io.sojourn.sessions.derive;

import io.sojourn.sites.rules.Goal;
import io.sojourn.sites.rules.PageRule;
import io.sojourn.sites.rules.SiteRules;
import io.sojourn.sites.rules.Thresholds;
import java.util.List;

/**
 * An unchanging snapshot of everything the owner of a site can set that changes the site's facts, kept in {@code sites}.
 * Typed look-ups: {@code rules.thresholds().number("rage.hammer_clicks")}. When a site gets another version, all its sessions
 * are derived again.
 *
 * @param version grows with every change; kept with the facts it made
 * @param pages in order, the first that matches names a page; they work on the dimension {@code page}, so a derivation need not
 *     ask for them
 */
public record Rules(
        int version, Thresholds thresholds, List<PageRule> pages, List<Goal> goals, List<String> internalHosts) {
    public static final Rules DEFAULT = of(SiteRules.DEFAULT);

    public Rules {
        pages = List.copyOf(pages);
        goals = List.copyOf(goals);
        internalHosts = List.copyOf(internalHosts);
    }

    /** What everybody starts with, under another version. */
    public Rules(int version) {
        this(version, Thresholds.DEFAULT, List.of(), List.of(), List.of());
    }

    public static Rules of(SiteRules site) {
        return new Rules(site.version(), site.thresholds(), site.pages(), site.goals(), site.internalHosts());
    }
}
