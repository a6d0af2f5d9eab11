package io.sojourn.sessions.filter;

import io.sojourn.sessions.Device;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions a report is about. One filter means the same sessions in every report. Crawlers, probes and the owner's own
 * people are left out unless a condition asks for the class of visitors.
 *
 * @param from epoch ms, inclusive, of a session's start
 * @param to epoch ms, exclusive
 * @param device only sessions that began on this device class
 * @param where all of them hold
 * @param inverted the sessions of the same time for which device and conditions do <em>not</em> hold all together
 */
public record SessionFilter(
        int siteId, long from, long to, @Nullable Device device, List<Condition> where, boolean inverted) {
    public SessionFilter {
        where = List.copyOf(where);
    }

    public SessionFilter(int siteId, long from, long to, @Nullable Device device, List<Condition> where) {
        this(siteId, from, to, device, where, false);
    }

    public static SessionFilter all(int siteId) {
        return new SessionFilter(siteId, 0, Long.MAX_VALUE, null, List.of());
    }

    /** The same filter and one condition more. */
    public SessionFilter and(Condition condition) {
        if (inverted) {
            throw new IllegalStateException("a filter that was turned round takes no more conditions");
        }
        return new SessionFilter(
                siteId,
                from,
                to,
                device,
                Stream.concat(where.stream(), Stream.of(condition)).toList());
    }

    /** All sessions of the same time that this one leaves out, and none that it lets pass. */
    public SessionFilter opposite() {
        return new SessionFilter(siteId, from, to, device, where, !inverted);
    }

    /** What statistics of people are made of: without programs of any kind (SIGNALS 12). */
    public SessionFilter people() {
        return asksForClass() ? this : and(new Condition(Field.CLASS, Op.IS, "person"));
    }

    /** Whether somebody said which class of visitors is meant, so that none is left out unasked. */
    public boolean asksForClass() {
        return where.stream().anyMatch(condition -> condition.field() == Field.CLASS);
    }

    /**
     * One {@code where=field:op:value}. A condition and its {@link #opposite} together make all sessions.
     *
     * @throws IllegalArgumentException if the field cannot be asked that, with a sentence for whoever wrote it
     */
    public record Condition(Field field, Op op, String value) {
        public Condition {
            if (!field.ops().contains(op)) {
                throw new IllegalArgumentException("\"" + field.key() + "\" cannot be asked \"" + op.key() + "\".");
            }
            field.kind.check(field, value);
        }

        /** @throws NumberFormatException never for a field of numbers: it was checked */
        public long number() {
            return Long.parseLong(value);
        }

        /** The values of {@link Op#IN}; one for every other. */
        public List<String> values() {
            return op == Op.IN || op == Op.NOT_IN
                    ? Arrays.stream(value.split("\\|"))
                            .filter(one -> !one.isEmpty())
                            .toList()
                    : List.of(value);
        }

        public Condition opposite() {
            return new Condition(field, op.opposite(), value);
        }

        @Override
        public String toString() {
            return field.key() + ":" + op.key() + ":" + value;
        }
    }
}
