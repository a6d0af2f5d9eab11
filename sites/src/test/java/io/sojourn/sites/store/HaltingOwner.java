package io.sojourn.sites.store;

import io.sojourn.sites.Consent;
import io.sojourn.sites.Origin;
import io.sojourn.sites.Site;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A process of its own that makes sites and dies at once, closing nothing, as after {@code kill -9}. */
final class HaltingOwner {
    static final int SITES_A_LIFE = 3;

    private HaltingOwner() {}

    /** Takes the database file and the number of this life; prints the names it found, then makes its own. */
    public static void main(String[] arguments) {
        Database database = Database.inFile(Path.of(arguments[0]));
        // As in a database that is older than H2's 45 seconds: what is no longer needed may be written over at once.
        database.update("SET RETENTION_TIME 0");
        SqlSites sites = new SqlSites(database, () -> Instant.ofEpochMilli(1_000));
        System.out.println("found " + sites.all().stream().map(Site::name).toList());
        for (int i = 0; i < SITES_A_LIFE; i++) {
            Site made = sites.create(
                    arguments[1] + "-" + i, List.of(Origin.of("https://shop.example")), Consent.NOT_REQUIRED);
            sites.firstEvent(made.id(), 2_000);
        }
        Runtime.getRuntime().halt(0);
    }
}
