package io.sojourn.journey.testing;

import io.sojourn.eventlog.wire.Element;
import io.sojourn.journey.signal.Detectors;
import io.sojourn.journey.signal.Limits;
import io.sojourn.journey.signal.Signal;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.derive.FactSink;
import io.sojourn.sessions.derive.FactTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The signals of a visit without a database: {@code in(visit)} lists them by page view. */
public final class SeenSignals {
    private SeenSignals() {}

    public static List<Signal> in(ScriptedVisit visit) {
        return in(visit.builder().session(), Limits.DEFAULT);
    }

    public static List<Signal> in(Session session, Limits limits) {
        return new Detectors(limits)
                .look(session, new Nowhere()).stream()
                        .flatMap(seen -> seen.signals().stream())
                        .toList();
    }

    public static List<Signal.Kind> kinds(ScriptedVisit visit) {
        return in(visit).stream().map(Signal::kind).toList();
    }

    /** Names things by their hash and keeps the rows. */
    public static final class Nowhere implements FactSink {
        public final List<List<@Nullable Object>> rows = new ArrayList<>();

        @Override
        public long page(String path) {
            return path.hashCode();
        }

        @Override
        public long element(long page, Element fingerprint) {
            return 31L * page + fingerprint.hashCode();
        }

        @Override
        public void add(FactTable table, @Nullable Object... values) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(table.name());
            row.addAll(java.util.Arrays.asList(values));
            rows.add(row);
        }
    }
}
