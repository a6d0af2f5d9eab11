package io.sojourn.heatmap.zone;

import io.sojourn.heatmap.zone.Zone.Origin;
import io.sojourn.sessions.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds zones from the structure of a page. Where the same place below at least three siblings was used, those siblings are a
 * list, the outermost such level deciding: cards, not the links in one card. What stands in no list belongs to its landmark.
 * What an owner drew up comes first and is taken out of the others. Pure; the same elements give the same zones in any order.
 */
public final class ZoneFinder {
    private static final int LEAST_ITEMS = 3;
    private static final Pattern STEP = Pattern.compile(">");
    private static final Pattern NTH = Pattern.compile(":nth-of-type\\(\\d+\\)$");

    private ZoneFinder() {}

    /** @param own zones of owners */
    public static List<Zone> find(List<ZoneElement> elements, List<Zone> own) {
        Set<String> taken = new HashSet<>();
        own.forEach(zone -> taken.addAll(zone.elements()));
        List<ZoneElement> free = elements.stream()
                .filter(element -> !taken.contains(element.name().key()))
                .toList();
        Map<String, Set<String>> items = itemsByPlace(free);
        Map<String, Set<String>> members = new LinkedHashMap<>();
        Map<String, Set<String>> siblings = new HashMap<>();
        List<ZoneElement> single = new ArrayList<>();
        for (ZoneElement element : free) {
            Level list = outermostList(element, items);
            if (list == null) {
                single.add(element);
            } else {
                members.computeIfAbsent(list.parent, first -> new LinkedHashSet<>())
                        .add(element.name().key());
                siblings.computeIfAbsent(list.parent, first -> new HashSet<>()).add(list.item);
            }
        }
        List<Zone> zones = new ArrayList<>(own);
        // A card of which only the second link was ever used stands in no repeated place itself, but its card is in a
        // list.
        List<ZoneElement> rest = single.stream()
                .filter(element -> !joins(element, members, siblings))
                .toList();
        members.forEach((place, keys) -> zones.add(new Zone(
                id("list", place),
                shortened(place),
                Origin.LIST,
                keys,
                siblings.getOrDefault(place, Set.of()).size())));
        regions(rest)
                .forEach((landmark, keys) ->
                        zones.add(new Zone(id("region", landmark), landmark, Origin.REGION, keys, 0)));
        return zones;
    }

    /** One level of a path: the path to the siblings without their number, and which of them. */
    private record Level(String parent, String item, String below) {}

    private static List<Level> levels(ZoneElement element) {
        List<Level> levels = new ArrayList<>();
        String path = element.path();
        for (int at = path.indexOf(":nth-of-type("); at >= 0; at = path.indexOf(":nth-of-type(", at + 1)) {
            int end = path.indexOf(')', at) + 1;
            if (end > 0) {
                levels.add(new Level(path.substring(0, at), path.substring(at, end), path.substring(end)));
            }
        }
        return levels;
    }

    private static Map<String, Set<String>> itemsByPlace(List<ZoneElement> elements) {
        Map<String, Set<String>> items = new HashMap<>();
        for (ZoneElement element : elements) {
            for (Level level : levels(element)) {
                items.computeIfAbsent(level.parent + "*" + level.below, first -> new HashSet<>())
                        .add(level.item);
            }
        }
        return items;
    }

    private static @Nullable Level outermostList(ZoneElement element, Map<String, Set<String>> items) {
        for (Level level : levels(element)) {
            if (items.getOrDefault(level.parent + "*" + level.below, Set.of()).size() >= LEAST_ITEMS) {
                return level;
            }
        }
        return null;
    }

    private static boolean joins(
            ZoneElement element, Map<String, Set<String>> members, Map<String, Set<String>> siblings) {
        for (Level level : levels(element)) {
            Set<String> list = members.get(level.parent);
            if (list != null) {
                list.add(element.name().key());
                siblings.computeIfAbsent(level.parent, first -> new HashSet<>()).add(level.item);
                return true;
            }
        }
        return false;
    }

    private static Map<String, Set<String>> regions(List<ZoneElement> elements) {
        Map<String, Set<String>> regions = new LinkedHashMap<>();
        for (ZoneElement element : elements) {
            String landmark = element.landmark().isEmpty() ? "page" : STEP.split(element.landmark(), 2)[0];
            regions.computeIfAbsent(NTH.matcher(landmark).replaceAll(""), first -> new LinkedHashSet<>())
                    .add(element.name().key());
        }
        return regions;
    }

    private static String id(String kind, String place) {
        return Long.toHexString(Ids.of("zone", kind, place));
    }

    /** A path's last two steps: its beginning is the same for half the page. */
    private static String shortened(String path) {
        String[] steps = path.split(">");
        int from = Math.max(0, steps.length - 2);
        return NTH.matcher(String.join(" > ", List.of(steps).subList(from, steps.length)))
                .replaceAll("");
    }
}
