package io.sojourn.sessions.store;

import io.sojourn.eventlog.wire.Element;
import io.sojourn.sessions.Clipped;
import io.sojourn.sessions.Ids;
import io.sojourn.sessions.SessionKey;
import io.sojourn.sessions.derive.FactSink;
import io.sojourn.sessions.derive.FactTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts one derivation made of one session, not yet stored. One thread. */
public final class FactRows implements FactSink {
    /** An agent keeps its texts far shorter; a forged one of megabytes would cost the database all its memory. */
    static final int MAX_TEXT = 1_000;

    private final SessionKey key;
    private final long revision;
    private final Map<Long, String> pages = new LinkedHashMap<>();
    private final Map<Long, PageElement> elements = new LinkedHashMap<>();
    private final Map<FactTable, List<@Nullable Object[]>> rows = new LinkedHashMap<>();

    record PageElement(long page, ElementIdentity identity) {}

    /** @param revision of the session the facts are made of */
    public FactRows(SessionKey key, long revision) {
        this.key = key;
        this.revision = revision;
    }

    @Override
    public long page(String path) {
        long id = Ids.of("page", path);
        pages.put(id, path);
        return id;
    }

    @Override
    public long element(long page, Element fingerprint) {
        ElementIdentity identity = ElementIdentity.of(fingerprint);
        long id = Ids.of("element", Long.toString(page), identity.key());
        elements.putIfAbsent(id, new PageElement(page, identity));
        return id;
    }

    @Override
    public void add(FactTable table, @Nullable Object... values) {
        if (values.length != table.columns().size()) {
            throw new IllegalArgumentException(
                    table.name() + " has " + table.columns().size() + " columns, not " + values.length);
        }
        @Nullable Object[] row = values.clone();
        for (int i = 0; i < row.length; i++) {
            row[i] = row[i] instanceof String text ? Clipped.to(MAX_TEXT, text) : row[i];
        }
        rows.computeIfAbsent(table, first -> new ArrayList<>()).add(row);
    }

    /** Takes over the rows of one table. What their ids stand for stays with the other. */
    public void addAll(FactTable table, FactRows other) {
        rows.computeIfAbsent(table, first -> new ArrayList<>()).addAll(other.rows(table));
    }

    SessionKey key() {
        return key;
    }

    long revision() {
        return revision;
    }

    Map<Long, String> pages() {
        return pages;
    }

    Map<Long, PageElement> elements() {
        return elements;
    }

    List<@Nullable Object[]> rows(FactTable table) {
        return rows.getOrDefault(table, List.of());
    }
}
