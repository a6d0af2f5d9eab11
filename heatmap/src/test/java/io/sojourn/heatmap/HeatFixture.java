package io.sojourn.heatmap;

import io.sojourn.heatmap.fact.HeatFacts;
import io.sojourn.heatmap.kind.BandKind;
import io.sojourn.heatmap.kind.HeatKinds;
import io.sojourn.heatmap.kind.PointKind;
import io.sojourn.heatmap.store.BandMaps;
import io.sojourn.heatmap.store.PointMaps;
import io.sojourn.sessions.Device;
import io.sojourn.sessions.derive.Derivation;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.store.Facts;
import io.sojourn.sessions.testing.SessionsFixture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Visits, followed and derived, and the maps of them. */
abstract class HeatFixture {
    static final SessionFilter EVERYBODY = SessionFilter.all(1);
    static final HeatQuestion LAMP = HeatQuestion.of(EVERYBODY, "/p/lamp", Device.DESKTOP);

    @TempDir
    Path folder;

    SessionsFixture sessions;

    @BeforeEach
    void open() {
        List<Derivation> all = new ArrayList<>(HeatFacts.derivations());
        all.addAll(further());
        sessions = new SessionsFixture(folder, all.toArray(new Derivation[0]));
    }

    /** Derivations of the test itself. */
    List<Derivation> further() {
        return List.of();
    }

    @AfterEach
    void close() {
        sessions.close();
    }

    Facts facts() {
        return sessions.module().facts();
    }

    PointMap points(String kind, HeatQuestion question) {
        return new PointMaps(facts())
                .read(question, (PointKind) HeatKinds.named(kind).orElseThrow());
    }

    BandMap bands(String kind, HeatQuestion question) {
        return new BandMaps(facts())
                .read(question, (BandKind) HeatKinds.named(kind).orElseThrow());
    }
}
