package io.sojourn.sites.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every threshold of SIGNALS by its dotted key, as in {@code thresholds.number("rage.hammer_clicks")}: the owner's value where
 * there is one, else the default of {@code signals-defaults.json}. Units stand in the keys ({@code _ms}, {@code _px} …).
 * Unchanging; any thread. A key that does not exist is our bug, so it throws.
 */
public final class Thresholds {
    private static final SortedMap<String, JsonNode> DEFAULTS = defaults();
    public static final Thresholds DEFAULT = new Thresholds(new TreeMap<>());

    private final SortedMap<String, JsonNode> overrides;

    private Thresholds(SortedMap<String, JsonNode> overrides) {
        this.overrides = Collections.unmodifiableSortedMap(overrides);
    }

    /**
     * The same thresholds with these of the owner's instead of the ones before.
     *
     * @param overrides by dotted key, each of the kind its default has: a number, a list of as many numbers, a yes or no, a text
     * @throws IllegalArgumentException with a sentence for the owner
     */
    public static Thresholds of(Map<String, JsonNode> overrides) {
        SortedMap<String, JsonNode> checked = new TreeMap<>();
        overrides.forEach((key, value) -> {
            check(key, value);
            if (!value.equals(DEFAULTS.get(key))) {
                checked.put(key, value);
            }
        });
        return new Thresholds(checked);
    }

    private static void check(String key, JsonNode value) {
        JsonNode standard = DEFAULTS.get(key);
        if (standard == null) {
            throw new IllegalArgumentException("There is no threshold \"" + key + "\".");
        }
        boolean sameKind = standard.isNumber() && sensible(value)
                || standard.isBoolean() && value.isBoolean()
                || standard.isString()
                        && value.isString()
                        && value.stringValue().length() <= 200
                || standard.isArray() && value.isArray() && value.size() == standard.size() && ascending(value);
        if (!sameKind) {
            throw new IllegalArgumentException(
                    "\"" + key + "\" needs a value like its default, " + standard + ", not " + value + ".");
        }
    }

    private static boolean sensible(JsonNode value) {
        return value.isNumber() && value.doubleValue() >= 0 && value.doubleValue() <= 1e12;
    }

    private static boolean ascending(JsonNode list) {
        double before = 0;
        for (JsonNode item : list) {
            if (!sensible(item) || item.doubleValue() < before) {
                return false;
            }
            before = item.doubleValue();
        }
        return true;
    }

    public double number(String key) {
        JsonNode value = value(key);
        if (!value.isNumber()) {
            throw new IllegalArgumentException("threshold " + key + " is no number: " + value);
        }
        return value.doubleValue();
    }

    /** A number without its fraction: milliseconds, counts, pixels. */
    public long whole(String key) {
        return (long) number(key);
    }

    /** A list of numbers from small to large, such as the bounds of good and poor. */
    public List<Double> numbers(String key) {
        List<Double> numbers = new ArrayList<>();
        value(key).forEach(item -> numbers.add(item.doubleValue()));
        return List.copyOf(numbers);
    }

    public boolean flag(String key) {
        return value(key).booleanValue();
    }

    public String text(String key) {
        return value(key).stringValue();
    }

    private JsonNode value(String key) {
        JsonNode own = overrides.get(key);
        @Nullable JsonNode value = own == null ? DEFAULTS.get(key) : own;
        if (value == null) {
            throw new IllegalArgumentException("there is no threshold " + key);
        }
        return value;
    }

    /** What the owner set apart from the defaults. */
    public SortedMap<String, JsonNode> overrides() {
        return overrides;
    }

    /** What holds where the owner set nothing. */
    public static SortedMap<String, JsonNode> defaultValues() {
        return DEFAULTS;
    }

    private static SortedMap<String, JsonNode> defaults() {
        try (InputStream file = Thresholds.class.getResourceAsStream("signals-defaults.json")) {
            if (file == null) {
                throw new IllegalStateException("signals-defaults.json is missing");
            }
            SortedMap<String, JsonNode> values = new TreeMap<>();
            collect("", JsonMapper.shared().readTree(file.readAllBytes()), values);
            values.remove("version");
            return Collections.unmodifiableSortedMap(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(String prefix, JsonNode group, SortedMap<String, JsonNode> values) {
        group.properties().forEach(entry -> {
            String key = prefix + entry.getKey();
            if (entry.getValue().isObject()) {
                collect(key + ".", entry.getValue(), values);
            } else {
                values.put(key, entry.getValue());
            }
        });
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Thresholds thresholds && thresholds.overrides.equals(overrides);
    }

    @Override
    public int hashCode() {
        return overrides.hashCode();
    }

    @Override
    public String toString() {
        return "defaults except " + overrides;
    }
}
