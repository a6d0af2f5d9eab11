package io.sojourn.sessions.follow;

import io.sojourn.sessions.derive.Rules;
import io.sojourn.sessions.store.FactStore;
import io.sojourn.sessions.store.RuleVersions;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Sees when the rules of a site become others, and has the site's pages named and its sessions derived again. One thread. */
final class RulesWatch {
    private final IntFunction<Rules> rules;
    private final RuleVersions versions;
    private final FactStore facts;
    private final Map<Integer, Integer> madeBy = new HashMap<>();

    RulesWatch(IntFunction<Rules> rules, RuleVersions versions, FactStore facts) {
        this.rules = rules;
        this.versions = versions;
        this.facts = facts;
    }

    void reload() {
        madeBy.clear();
        madeBy.putAll(versions.all());
    }

    /** Of sites that are new: all they have will be derived by the rules of now. */
    void meet(int site) {
        if (!madeBy.containsKey(site)) {
            int version = rules.apply(site).version();
            versions.begun(site, version);
            madeBy.put(site, version);
        }
    }

    /** Marks the sessions of each site whose rules changed. @return whether there was one */
    boolean changed(OpenSessions sessions) {
        boolean changed = false;
        for (Map.Entry<Integer, Integer> site : madeBy.entrySet()) {
            int version = rules.apply(site.getKey()).version();
            if (version != site.getValue()) {
                facts.renamePages(site.getKey());
                versions.changed(site.getKey(), version);
                sessions.deriveAgain(key -> key.siteId() == site.getKey());
                site.setValue(version);
                changed = true;
            }
        }
        return changed;
    }

    Rules of(int site) {
        return rules.apply(site);
    }
}
