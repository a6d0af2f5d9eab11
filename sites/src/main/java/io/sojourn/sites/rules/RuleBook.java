package io.sojourn.sites.rules;

import java.util.function.UnaryOperator;

/** The rules of every site, each version kept. Any thread; {@link #of} is answered from memory. */
public interface RuleBook {
    /** The rules in force; those everybody starts with where the owner changed none. */
    SiteRules of(int siteId);

    /**
     * Makes a new version of what {@code change} makes of the rules in force, unless it changes nothing.
     *
     * @return the rules in force afterwards
     * @throws IllegalArgumentException with a sentence for the owner, from {@code change}
     */
    SiteRules change(int siteId, UnaryOperator<SiteRules> change);
}
