package io.sojourn.sessions.filter;

import io.sojourn.eventlog.Id128;
import io.sojourn.sessions.Device;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions a report is about. One filter means the same sessions in every report.
 *
 * @param from epoch ms, inclusive, of a session's start
 * @param to epoch ms, exclusive
 * @param device only sessions that began on this device class
 */
public record SessionFilter(
        int siteId, long from, long to, @Nullable Device device, List<Condition> where) {
    public SessionFilter {
        where = List.copyOf(where);
    }

    public static SessionFilter all(int siteId) {
        return new SessionFilter(siteId, 0, Long.MAX_VALUE, null, List.of());
    }

    /** The same filter and one condition more. */
    public SessionFilter and(Condition condition) {
        return new SessionFilter(
                siteId,
                from,
                to,
                device,
                Stream.concat(where.stream(), Stream.of(condition)).toList());
    }

    /**
     * One {@code where=field:op:value}. A condition and its opposite ({@code is} and {@code not}) together make all sessions.
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
    }

    public enum Field {
        PAGE(Kind.TEXT),
        ENTRY(Kind.TEXT),
        EXIT(Kind.TEXT),
        BROWSER(Kind.TEXT),
        OS(Kind.TEXT),
        VISITOR(Kind.VISITOR),
        CLICKS(Kind.NUMBER),
        PAGES(Kind.NUMBER),
        DURATION(Kind.NUMBER),
        ENGAGED(Kind.NUMBER),
        STALLS(Kind.NUMBER),
        RECORDED(Kind.YES_NO);

        private final Kind kind;

        Field(Kind kind) {
            this.kind = kind;
        }

        /** The name on the outside. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public Set<Op> ops() {
            return kind.ops;
        }
    }

    public enum Op {
        IS,
        NOT,
        CONTAINS,
        AT_LEAST,
        AT_MOST;

        /** The name on the outside. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private enum Kind {
        TEXT(Set.of(Op.IS, Op.NOT, Op.CONTAINS)),
        VISITOR(Set.of(Op.IS, Op.NOT)),
        NUMBER(Set.of(Op.IS, Op.NOT, Op.AT_LEAST, Op.AT_MOST)),
        YES_NO(Set.of(Op.IS, Op.NOT));

        private static final int MAX_LENGTH = 512;

        private final Set<Op> ops;

        Kind(Set<Op> ops) {
            this.ops = ops;
        }

        void check(Field field, String value) {
            if (value.isEmpty() || value.length() > MAX_LENGTH) {
                throw new IllegalArgumentException(
                        "The value of \"" + field.key() + "\" must have 1 to " + MAX_LENGTH + " characters.");
            }
            switch (this) {
                case TEXT -> {}
                case VISITOR -> checkVisitor(value);
                case NUMBER -> checkNumber(field, value);
                case YES_NO -> checkYesNo(field, value);
            }
        }

        private static void checkVisitor(String value) {
            try {
                Id128.parse(value);
            } catch (IllegalArgumentException notAnId) {
                throw new IllegalArgumentException("A visitor is named by 32 hex digits.", notAnId);
            }
        }

        private static void checkNumber(Field field, String value) {
            if (!value.matches("\\d{1,15}")) {
                throw new IllegalArgumentException(
                        "\"" + field.key() + "\" needs a whole number, not \"" + value + "\".");
            }
        }

        private static void checkYesNo(Field field, String value) {
            if (!value.equals("true") && !value.equals("false")) {
                throw new IllegalArgumentException("\"" + field.key() + "\" is either true or false.");
            }
        }
    }
}
