package io.sojourn.sessions.filter;

import io.sojourn.sessions.Device;
import io.sojourn.sessions.filter.SessionFilter.Condition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a filter from the parameters of a query: {@code from}, {@code to}, {@code device}, any number of
 * {@code where=field:op:value}, and {@code invert}. Other parameters are left alone. What is wrong is said in a sentence, as an
 * {@link IllegalArgumentException}.
 */
public final class FilterParser {
    private static final long DEFAULT_SPAN_MS = Duration.ofDays(30).toMillis();
    private static final int MAX_CONDITIONS = 20;

    private FilterParser() {}

    /** @param now epoch ms; without {@code from} and {@code to} a report is about the 30 days before it */
    public static SessionFilter parse(int siteId, Map<String, ? extends Collection<String>> parameters, long now) {
        String to = single(parameters, "to");
        String from = single(parameters, "from");
        // A visit that began in this very millisecond belongs to now.
        long until = to == null ? now + 1 : millis("to", to);
        long since = from == null ? until - DEFAULT_SPAN_MS : millis("from", from);
        if (since > until) {
            throw new IllegalArgumentException("\"from\" is later than \"to\".");
        }
        return new SessionFilter(
                siteId,
                since,
                until,
                device(single(parameters, "device")),
                conditions(parameters),
                inverted(single(parameters, "invert")));
    }

    private static @Nullable String single(Map<String, ? extends Collection<String>> parameters, String name) {
        Collection<String> values = parameters.get(name);
        if (values == null || values.isEmpty()) {
            return null;
        }
        if (values.size() > 1) {
            throw new IllegalArgumentException("\"" + name + "\" was given more than once.");
        }
        return values.iterator().next();
    }

    private static long millis(String name, String value) {
        if (!value.matches("\\d{1,15}")) {
            throw new IllegalArgumentException("\"" + name + "\" needs a time in milliseconds, not \"" + value + "\".");
        }
        return Long.parseLong(value);
    }

    private static boolean inverted(@Nullable String value) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (!value.equals("true")) {
            throw new IllegalArgumentException("\"invert\" is either true or false.");
        }
        return true;
    }

    private static @Nullable Device device(@Nullable String key) {
        return key == null ? null : named("device", key, Device.values(), Device::key);
    }

    private static List<Condition> conditions(Map<String, ? extends Collection<String>> parameters) {
        Collection<String> where = parameters.get("where");
        if (where == null) {
            return List.of();
        }
        if (where.size() > MAX_CONDITIONS) {
            throw new IllegalArgumentException("A filter has at most " + MAX_CONDITIONS + " conditions.");
        }
        List<Condition> conditions = new ArrayList<>();
        where.forEach(text -> conditions.add(condition(text)));
        return conditions;
    }

    private static Condition condition(String text) {
        String[] parts = text.split(":", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException(
                    "A condition is written field:op:value, as in page:is:/p/lamp; \"" + text + "\" is not.");
        }
        Field field = named("field", parts[0], Field.values(), Field::key);
        Op op = named("op", parts[1], Op.values(), Op::key);
        return new Condition(field, op, parts[2]);
    }

    private static <T> T named(String what, String key, T[] all, Function<T, String> name) {
        for (T one : all) {
            if (name.apply(one).equals(key)) {
                return one;
            }
        }
        String names = Arrays.stream(all).map(name).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("There is no " + what + " \"" + key + "\". Choose one of: " + names + ".");
    }
}
