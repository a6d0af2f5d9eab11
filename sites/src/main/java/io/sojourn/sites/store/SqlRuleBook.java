package io.sojourn.sites.store;

import io.sojourn.sites.rules.RuleBook;
import io.sojourn.sites.rules.SiteRules;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Rules in the owners' database, one row a version, with those in force in memory: they are asked for at each flush. */
public final class SqlRuleBook implements RuleBook {
    private final Database database;
    private final InstantSource clock;
    private final Map<Integer, SiteRules> inForce = new ConcurrentHashMap<>();

    public SqlRuleBook(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        database.list(
                "SELECT r.site_id, r.version, r.body FROM site_rules r WHERE r.version ="
                        + " (SELECT max(n.version) FROM site_rules n WHERE n.site_id = r.site_id)",
                row -> inForce.put(row.getInt(1), RulesJson.read(row.getInt(2), row.getString(3))));
    }

    @Override
    public SiteRules of(int siteId) {
        return inForce.getOrDefault(siteId, SiteRules.DEFAULT);
    }

    @Override
    public synchronized SiteRules change(int siteId, UnaryOperator<SiteRules> change) {
        SiteRules before = of(siteId);
        SiteRules after = before.next(change.apply(before));
        if (after.saysTheSameAs(before)) {
            return before;
        }
        database.update(
                "INSERT INTO site_rules (site_id, version, changed_at, body) VALUES (?, ?, ?, ?)",
                siteId,
                after.version(),
                clock.millis(),
                RulesJson.write(after));
        inForce.put(siteId, after);
        return after;
    }
}
