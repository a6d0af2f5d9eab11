package io.sojourn.sessions.derive;

import io.sojourn.eventlog.wire.Element;
import org.jspecify.annotations.Nullable;

/** Where a derivation puts its rows. For the thread and the session it was handed out for. */
public interface FactSink {
    /** The id of a page, the same in every run: a hash of its path. Also keeps the page's dimension row. */
    long page(String path);

    /** The id of an element on a page, the same in every run: a hash of its fingerprint. Also keeps its dimension row. */
    long element(long page, Element fingerprint);

    /** One row: values in the order of the table's columns, null where unknown. */
    void add(FactTable table, @Nullable Object... values);
}
