package io.sojourn.sites.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An unchanging snapshot of all an owner decided about how visits of a site are read.
 *
 * @param version 1 before the owner changed anything, one more with each change
 * @param internalHosts hosts, such as those for trying things out, whose visitors are the owner's own people
 */
public record SiteRules(
        int version, Thresholds thresholds, List<PageRule> pages, List<Goal> goals, List<String> internalHosts) {
    public static final SiteRules DEFAULT = new SiteRules(1, Thresholds.DEFAULT, List.of(), List.of(), List.of());

    private static final int MAX_PAGES = 500;
    private static final int MAX_GOALS = 100;
    private static final int MAX_HOSTS = 50;

    /** @throws IllegalArgumentException with a sentence for the owner */
    public SiteRules {
        pages = List.copyOf(pages);
        goals = List.copyOf(goals);
        internalHosts = List.copyOf(internalHosts);
        if (pages.size() > MAX_PAGES || goals.size() > MAX_GOALS || internalHosts.size() > MAX_HOSTS) {
            throw new IllegalArgumentException("At most " + MAX_PAGES + " rules for pages, " + MAX_GOALS + " goals and "
                    + MAX_HOSTS + " internal hosts.");
        }
        Set<String> ids = new HashSet<>();
        for (Goal goal : goals) {
            if (!ids.add(goal.id())) {
                throw new IllegalArgumentException("Two goals have the id \"" + goal.id() + "\".");
            }
        }
        for (String host : internalHosts) {
            if (!host.matches("[a-z0-9.-]{1,253}(:\\d{1,5})?")) {
                throw new IllegalArgumentException("\"" + host + "\" is not the name of a host.");
            }
        }
    }

    SiteRules withVersion(int other) {
        return new SiteRules(other, thresholds, pages, goals, internalHosts);
    }

    /** Whether both read visits alike, whatever their versions. */
    public boolean saysTheSameAs(SiteRules other) {
        return withVersion(other.version).equals(other);
    }

    /** The same words under the version that follows this one. */
    public SiteRules next(SiteRules words) {
        return words.withVersion(version + 1);
    }
}
