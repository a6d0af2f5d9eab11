package io.sojourn.heatmap.picture;

import io.sojourn.heatmap.BandMap;
import io.sojourn.heatmap.PointMap;
import io.sojourn.sessions.stats.Interval;
import java.util.Locale;

/**
 * A map as CSV (RFC 4180). Labels are visitor text: what a spreadsheet would take for a formula gets an apostrophe before it.
 * The counts of all rows add up to the map's total.
 */
public final class MapTable {
    private static final String LINE = "\r\n";

    private MapTable() {}

    public static String of(PointMap map) {
        StringBuilder csv =
                new StringBuilder("key,label,selector,count,views,share,share low,share high,x,y,width,height" + LINE);
        for (PointMap.MarkedElement element : map.elements()) {
            Interval share = element.share(map.views());
            double rate = map.views() == 0 ? 0 : Math.min(1, (double) element.views() / map.views());
            csv.append(element.name().key())
                    .append(',')
                    .append(quoted(element.name().label()))
                    .append(',')
                    .append(quoted(element.name().selector()))
                    .append(',')
                    .append(element.count())
                    .append(',')
                    .append(element.views())
                    .append(',')
                    .append(number(rate))
                    .append(',')
                    .append(number(share.low()))
                    .append(',')
                    .append(number(share.high()))
                    .append(',')
                    .append(element.box().x())
                    .append(',')
                    .append(element.box().y())
                    .append(',')
                    .append(element.box().width())
                    .append(',')
                    .append(element.box().height())
                    .append(LINE);
        }
        rest(csv, "other elements", map.others());
        rest(csv, "could not be placed", map.unplaced());
        return csv.toString();
    }

    private static void rest(StringBuilder csv, String what, long count) {
        if (count > 0) {
            csv.append(',')
                    .append(what)
                    .append(",,")
                    .append(count)
                    .append(",,,,,,,,")
                    .append(LINE);
        }
    }

    public static String of(BandMap map) {
        StringBuilder csv = new StringBuilder("from,to,value,low,high,ms per view" + LINE);
        for (BandMap.Band band : map.bands()) {
            csv.append(number(band.from()))
                    .append(',')
                    .append(number(band.to()))
                    .append(',')
                    .append(number(band.value()))
                    .append(',')
                    .append(number(band.low()))
                    .append(',')
                    .append(number(band.high()))
                    .append(',')
                    .append(number(band.ms()))
                    .append(LINE);
        }
        return csv.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }

    private static String quoted(String text) {
        String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
