package io.sojourn.heatmap.store;

import io.sojourn.heatmap.BandMap;
import io.sojourn.heatmap.BandMap.Band;
import io.sojourn.heatmap.HeatQuestion;
import io.sojourn.heatmap.kind.BandKind;
import io.sojourn.heatmap.kind.BandKind.Bands;
import io.sojourn.sessions.stats.Interval;
import io.sojourn.sessions.stats.Wilson;
import io.sojourn.sessions.store.Facts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Maps of how far down a page people got and where they spent their time. Any thread. */
public final class BandMaps {
    private static final int BANDS = 100;

    private final Facts facts;

    public BandMaps(Facts facts) {
        this.facts = facts;
    }

    public BandMap read(HeatQuestion question, BandKind kind) {
        Asked asked = new Asked(question);
        return facts.read(connection -> {
            Looked looked = looked(connection, asked);
            boolean reach = kind.bands() == Bands.REACH;
            List<Band> bands =
                    reach ? reached(connection, asked, looked.views) : attended(connection, asked, looked.attended);
            return new BandMap(
                    question.page(),
                    question.device().key(),
                    looked.views,
                    reach ? looked.views : looked.attended,
                    looked.fold,
                    looked.foldPx,
                    bands);
        });
    }

    private record Looked(long views, long attended, double fold, int foldPx) {}

    private static Looked looked(Connection connection, Asked asked) throws SQLException {
        return Sql.of(
                        "SELECT count(*), count(*) FILTER (attended), median(fold), median(fold_px) FROM heat_view m WHERE ")
                .add(asked.rows("m", "at"))
                .query(connection, rows -> {
                    rows.next();
                    return new Looked(
                            rows.getLong(1), rows.getLong(2), rows.getDouble(3), (int) Math.round(rows.getDouble(4)));
                });
    }

    /** A band was reached by the views whose whole hundredths seen are more than the band's number. */
    private static List<Band> reached(Connection connection, Asked asked, long views) throws SQLException {
        long[] ended = Sql.of("SELECT reach, count(*) FROM heat_view m WHERE ")
                .add(asked.rows("m", "at"))
                .add(" GROUP BY reach")
                .query(connection, BandMaps::byReach);
        List<Band> bands = new ArrayList<>();
        long still = views;
        for (int band = 0; band < BANDS && views > 0; band++) {
            still -= ended[band];
            Interval share = Wilson.of(still, views);
            bands.add(new Band(from(band), from(band + 1), (double) still / views, share.low(), share.high(), 0));
        }
        return bands;
    }

    private static long[] byReach(ResultSet rows) throws SQLException {
        long[] ended = new long[BANDS + 1];
        while (rows.next()) {
            ended[Math.max(0, Math.min(BANDS, rows.getInt(1)))] += rows.getLong(2);
        }
        return ended;
    }

    private static List<Band> attended(Connection connection, Asked asked, long views) throws SQLException {
        return Sql.of("SELECT band, sum(ms) AS ms, sum(share) AS share FROM heat_attention m WHERE ")
                .add(asked.rows("m", "at"))
                .add(" GROUP BY band")
                .query(connection, rows -> averages(rows, views));
    }

    private static List<Band> averages(ResultSet rows, long views) throws SQLException {
        double[] ms = new double[BANDS];
        double[] share = new double[BANDS];
        while (rows.next()) {
            ms[rows.getInt("band")] = rows.getDouble("ms");
            share[rows.getInt("band")] = rows.getDouble("share");
        }
        List<Band> bands = new ArrayList<>();
        double msHere = 0;
        double shareHere = 0;
        for (int band = 0; band < BANDS && views > 0; band++) {
            msHere += ms[band];
            shareHere += share[band];
            // Sums of differences end a hair below zero.
            double value = Math.max(0, shareHere / views);
            bands.add(new Band(from(band), from(band + 1), value, value, value, Math.max(0, msHere / views)));
        }
        return bands;
    }

    private static double from(int band) {
        return (double) band / BANDS;
    }
}
