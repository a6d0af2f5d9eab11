package io.sojourn.heatmap.fact;

import static io.sojourn.sessions.derive.FactTable.column;

import io.sojourn.sessions.PageVisit;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.derive.Derivation;
import io.sojourn.sessions.derive.FactSink;
import io.sojourn.sessions.derive.FactTable;
import io.sojourn.sessions.derive.FactTable.Type;
import io.sojourn.sessions.derive.Rules;
import java.util.Comparator;
import java.util.List;

/** How far down a page was seen and what of it was in view for how long (SIGNALS 8.4 to 8.6), of views that were looked at. */
public final class LookFacts implements Derivation {
    /**
     * One row a page view. {@code reach}: whole hundredths of the document that were seen; {@code fold}: the share of it that
     * the first window showed; {@code attended}: whether any time in view counts.
     */
    public static final FactTable VIEWS = new FactTable(
            "heat_view",
            List.of(
                    column("page", Type.BIGINT),
                    column("device", Type.VARCHAR),
                    column("view", Type.INTEGER),
                    column("at", Type.BIGINT),
                    column("reach", Type.INTEGER),
                    column("fold", Type.DOUBLE),
                    column("fold_px", Type.INTEGER),
                    column("viewport_width", Type.INTEGER),
                    column("viewport_height", Type.INTEGER),
                    column("document_height", Type.INTEGER),
                    column("attended", Type.BOOLEAN)));

    /**
     * Attention of one view by hundredths, as differences: a row where it changes, so that the sum of all rows up to a band is
     * that band's. {@code ms} in milliseconds, {@code share} of all attention of the view.
     */
    public static final FactTable ATTENTION = new FactTable(
            "heat_attention",
            List.of(
                    column("page", Type.BIGINT),
                    column("device", Type.VARCHAR),
                    column("at", Type.BIGINT),
                    column("band", Type.INTEGER),
                    column("ms", Type.DOUBLE),
                    column("share", Type.DOUBLE)));

    /** What stood in the window and how long it was visible there, rushed past or not. CSS px of the document. */
    public static final FactTable WINDOWS = new FactTable(
            "heat_window",
            List.of(
                    column("page", Type.BIGINT),
                    column("device", Type.VARCHAR),
                    column("view", Type.INTEGER),
                    column("at", Type.BIGINT),
                    column("top", Type.INTEGER),
                    column("bottom", Type.INTEGER),
                    column("width", Type.INTEGER),
                    column("ms", Type.BIGINT)));

    /** More stretches of one view than people make; what comes later is not kept as windows, only as reach and attention. */
    private static final int MOST_WINDOWS = 400;

    @Override
    public List<FactTable> tables() {
        return List.of(VIEWS, ATTENTION, WINDOWS);
    }

    @Override
    public void derive(Session session, Rules rules, FactSink facts) {
        List<PageVisit> visits = session.pageVisits();
        for (int view = 0; view < visits.size(); view++) {
            if (Seen.is(visits.get(view))) {
                derive(visits.get(view), view, facts);
            }
        }
    }

    private static void derive(PageVisit visit, int view, FactSink facts) {
        long page = facts.page(visit.path());
        String device = visit.device().key();
        List<Held> held = Looks.of(visit);
        double[] bands = Attention.of(held);
        boolean attended = addAttention(bands, page, device, visit.startedAt(), facts);
        Held first = held.get(0);
        Held last = held.get(held.size() - 1);
        facts.add(
                VIEWS,
                page,
                device,
                view,
                visit.startedAt(),
                reach(held),
                Math.min(1, first.viewportHeight() / first.documentHeight()),
                (int) first.viewportHeight(),
                (int) first.viewportWidth(),
                (int) first.viewportHeight(),
                (int) last.documentHeight(),
                attended);
        held.stream()
                .filter(one -> one.visibleMs() > 0 && !one.skimmed())
                .limit(MOST_WINDOWS)
                .forEach(one -> facts.add(
                        WINDOWS,
                        page,
                        device,
                        view,
                        visit.startedAt(),
                        (int) one.top(),
                        (int) one.bottom(),
                        (int) one.viewportWidth(),
                        one.visibleMs()));
    }

    /** The lowest edge that was seen, in hundredths of the document as tall as it was then: lazy pages grow. */
    private static int reach(List<Held> held) {
        Held deepest = held.stream()
                .max(Comparator.comparingDouble(Held::bottom).thenComparingDouble(Held::documentHeight))
                .orElseThrow();
        return (int) Math.floor(deepest.bottom() / deepest.documentHeight() * Attention.BANDS + 1e-9);
    }

    private static boolean addAttention(double[] bands, long page, String device, long at, FactSink facts) {
        double sum = 0;
        for (double band : bands) {
            sum += band;
        }
        double before = 0;
        for (int band = 0; band < bands.length && sum > 0; band++) {
            if (bands[band] != before) {
                facts.add(ATTENTION, page, device, at, band, bands[band] - before, (bands[band] - before) / sum);
                before = bands[band];
            }
        }
        return sum > 0;
    }
}
