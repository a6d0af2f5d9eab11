package io.sojourn.sessions.store;

import io.sojourn.eventlog.wire.Element;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds elements again after a release renamed them (SIGNALS 14). An element that was pressed for the first time after another of
 * the same page and tag was pressed for the last, and that is much like it, is the same: it takes over the other's identity, and
 * {@code matched_by} says what was alike, so that reports go on across the release. Elements that were pressed side by side are two,
 * however alike. Only rows of the dimension change; facts stay. One thread.
 */
public final class ElementMatches {
    /** Of one page and tag; comparing each with each, more would take long and mean little. */
    private static final int MOST_ALIKE = 300;

    private final DuckFacts facts;
    private final Fingerprints fingerprints = new Fingerprints();
    private final double enough;
    private final double margin;

    /**
     * @param enough likeness that makes two the same
     * @param margin by which it has to be more alike than the next
     */
    public ElementMatches(DuckFacts facts, double enough, double margin) {
        this.facts = facts;
        this.enough = enough;
        this.margin = margin;
    }

    private record Seen(int site, String template, long identity, Element element, long first, long last) {}

    private record Match(int site, long identity, long sameAs, String by) {}

    /** @return how many were found again */
    public int find() {
        return facts.write(writing -> {
            List<Match> matches = new ArrayList<>();
            for (List<Seen> alike : groups(writing)) {
                match(alike, matches);
            }
            for (Match match : matches) {
                save(writing, match);
            }
            return matches.size();
        });
    }

    /** By site, page template and tag, oldest first, one of each identity. */
    private List<List<Seen>> groups(DuckFacts.Writing writing) throws SQLException {
        String sql = """
                SELECT el.site, p.template, el.tag, el.identity, arg_max(el.fingerprint, e.happened_at),
                    min(e.happened_at) AS first, max(e.happened_at) AS last
                FROM element el
                JOIN page p ON p.site = el.site AND p.page = el.page
                JOIN event e ON e.site = el.site AND e.element = el.element
                GROUP BY el.site, p.template, el.tag, el.identity ORDER BY el.site, p.template, el.tag, first, el.identity""";
        Map<String, List<Seen>> groups = new HashMap<>();
        try (Statement query = writing.connection().createStatement()) {
            ResultSet row = query.executeQuery(sql);
            while (row.next()) {
                String group = row.getInt(1) + "\n" + row.getString(2) + "\n" + row.getString(3);
                groups.computeIfAbsent(group, first -> new ArrayList<>())
                        .add(new Seen(
                                row.getInt(1),
                                row.getString(2),
                                row.getLong(4),
                                fingerprints.fromJson(row.getString(5)),
                                row.getLong(6),
                                row.getLong(7)));
            }
        }
        return groups.values().stream()
                .filter(group -> group.size() > 1 && group.size() <= MOST_ALIKE)
                .toList();
    }

    private void match(List<Seen> oldestFirst, List<Match> matches) {
        List<Seen> taken = new ArrayList<>();
        for (Seen seen : oldestFirst) {
            Seen best = null;
            ElementLikeness bestLikeness = new ElementLikeness(0, List.of());
            double next = 0;
            for (Seen other : oldestFirst) {
                if (other.last() < seen.first() && !taken.contains(other)) {
                    ElementLikeness likeness = ElementLikeness.of(other.element(), seen.element());
                    if (likeness.score() > bestLikeness.score()) {
                        next = bestLikeness.score();
                        best = other;
                        bestLikeness = likeness;
                    } else {
                        next = Math.max(next, likeness.score());
                    }
                }
            }
            if (best != null && bestLikeness.score() >= enough && bestLikeness.score() - next >= margin) {
                taken.add(best);
                matches.add(new Match(
                        seen.site(), seen.identity(), root(best, matches), String.join(", ", bestLikeness.by())));
            }
        }
    }

    /** The oldest of a chain of releases. */
    private static long root(Seen seen, List<Match> matches) {
        for (Match match : matches) {
            if (match.site() == seen.site() && match.identity() == seen.identity()) {
                return match.sameAs();
            }
        }
        return seen.identity();
    }

    private static void save(DuckFacts.Writing writing, Match match) throws SQLException {
        String sql = "UPDATE element SET identity = ?, matched_by = ? WHERE site = ? AND identity = ?";
        try (PreparedStatement update = writing.connection().prepareStatement(sql)) {
            update.setLong(1, match.sameAs());
            update.setString(2, match.by());
            update.setInt(3, match.site());
            update.setLong(4, match.identity());
            update.execute();
        }
    }
}
