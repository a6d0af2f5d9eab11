package io.sojourn.sessions.store;

import static io.sojourn.sessions.derive.FactTable.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sojourn.eventlog.Id128;
import io.sojourn.sessions.SessionKey;
import io.sojourn.sessions.derive.FactTable;
import io.sojourn.sessions.derive.FactTable.Type;
import io.sojourn.sessions.kept.Flushed;
import io.sojourn.sessions.kept.KeptSession;
import io.sojourn.sessions.kept.LaneTotals;
import io.sojourn.sessions.testing.FactsDump;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactStoreTest {
    private static final SessionKey SESSION = new SessionKey(1, new Id128(1, 2));
    private static final FactTable TABLE = new FactTable(
            "everything",
            List.of(
                    column("at", Type.BIGINT),
                    column("count", Type.INTEGER),
                    column("share", Type.DOUBLE),
                    column("sure", Type.BOOLEAN),
                    column("word", Type.VARCHAR)));

    @TempDir
    Path folder;

    private DuckFacts facts;
    private SessionIndex index;
    private FactStore store;

    @BeforeEach
    void open() {
        facts = new DuckFacts(folder.resolve("facts.duckdb"), 128, 1);
        index = new SessionIndex(facts);
        store = new FactStore(facts, List.of(TABLE));
        LaneTotals some = new LaneTotals(10, 1, 1, 0);
        KeptSession kept = new KeptSession(SESSION, 1, 2, 3, some, LaneTotals.NONE, true, 5, 0);
        new FlushSaver(facts).save(new Flushed(List.of(kept), List.of(), List.of(), List.of(), List.of(), null, 1));
    }

    @AfterEach
    void close() {
        facts.close();
    }

    @Test
    void everyTypeOfColumnMayBeKnownOrUnknown() {
        FactRows rows = new FactRows(SESSION, 5);
        rows.add(TABLE, 1L, 2, 0.5, true, "a word");
        rows.add(TABLE, null, null, null, null, null);
        replace(rows);

        assertThat(dump()).hasSize(2).anyMatch(row -> row.contains("a word")).anyMatch(row -> row.contains("NULL"));
        assertThat(index.endedAndDirty(10)).isEmpty();
    }

    @Test
    void aForgedTextOfMegabytesIsClippedBetweenCharacters() {
        FactRows rows = new FactRows(SESSION, 5);
        rows.add(TABLE, 1L, 2, 0.5, true, "x" + "😀".repeat(1_000_000));
        replace(rows);

        assertThat(dump())
                .singleElement()
                .asString()
                .hasSizeLessThan(1_200)
                .contains("😀")
                .doesNotContain("?");
    }

    @Test
    void factsOfALowerRevisionNeverWin() {
        replace(row(6, "newer"));
        replace(row(5, "older"));

        assertThat(dump()).singleElement().asString().contains("newer");
    }

    @Test
    void aRowOfTheWrongWidthIsRefused() {
        assertThatThrownBy(() -> new FactRows(SESSION, 5).add(TABLE, 1L)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTableWhoseColumnsChangedIsDerivedAgain() {
        replace(row(5, "before"));
        assertThat(index.endedAndDirty(10)).isEmpty();
        store = new FactStore(facts, List.of(TABLE));
        assertThat(index.endedAndDirty(10)).isEmpty();

        store = new FactStore(facts, List.of(new FactTable("everything", List.of(column("at", Type.BIGINT)))));
        assertThat(index.endedAndDirty(10)).hasSize(1);
        assertThat(dump()).isEmpty();
    }

    @Test
    void aTableCannotTakeTheNameOfOurs() {
        assertThatThrownBy(() -> new FactStore(facts, List.of(new FactTable("block", List.of()))))
                .hasMessage("there is a table named block already");
    }

    private void replace(FactRows rows) {
        store.replace(Map.of(List.of(TABLE), List.of(rows)), List.of(new FactStore.Revision(SESSION, rows.revision())));
    }

    private static FactRows row(long revision, String word) {
        FactRows rows = new FactRows(SESSION, revision);
        rows.add(TABLE, 1L, 2, 0.5, true, word);
        return rows;
    }

    private List<String> dump() {
        return FactsDump.of(facts, "everything").getOrDefault("everything", List.of());
    }
}
