package io.sojourn.sessions.pages;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a segment of a path names one of (SIGNALS 13.4). Words stay as they are, also with a number or two behind or between
 * them ({@code top10}, {@code iphone-15-pro}), as do locales ({@code en-US}, {@code es-419}) and versions ({@code v2}).
 */
enum SegmentKind {
    EMAIL,
    UUID,
    DATE,
    INT,
    /** Eight hex digits or more, one of them 0 to 9. */
    HEX,
    /** Eight characters or more of both cases and a digit, or twenty of both cases, that are not words and numbers. */
    TOKEN,
    /** Four digits or more, or half of four characters or more: an article, an order, a phone number. */
    CODE;

    private static final Pattern EMAIL_ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final Pattern UUID_FORM = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DAY_OR_MONTH = Pattern.compile(
            "(19|20)\\d\\d[-_.](0?[1-9]|1[0-2])([-_.]\\d\\d?)?" + "|\\d\\d?[-_.](0?[1-9]|1[0-2])[-_.](19|20)\\d\\d");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern HEX_WITH_DIGIT = Pattern.compile("(?=.*[0-9])[0-9A-Fa-f]{8,}+");
    private static final Pattern LOCALE = Pattern.compile("(?i)[a-z]{2,3}([-_][a-z]{4})?([-_]([a-z]{2}|[0-9]{3}))?");
    private static final Pattern VERSION = Pattern.compile("(?i)v[0-9]{1,3}(\\.[0-9]{1,3}){0,2}");

    /** Lower case after one capital, a hump that is a word itself, or capitals only; then a number. */
    private static final Pattern WORD = Pattern.compile(
            "(\\p{Lu}?+[\\p{L}\\p{M}&&[^\\p{Lu}]]++(\\p{Lu}[\\p{L}\\p{M}&&[^\\p{Lu}]]{2,}+)*+|\\p{Lu}++)?([0-9]*+)");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** How it stands in a template. */
    final String name = ":" + name().toLowerCase(Locale.ROOT);

    /** Empty for what stays as it is. */
    static Optional<SegmentKind> of(String segment) {
        if (EMAIL_ADDRESS.matcher(segment).matches()) {
            return Optional.of(EMAIL);
        }
        if (UUID_FORM.matcher(segment).matches()) {
            return Optional.of(UUID);
        }
        if (DAY_OR_MONTH.matcher(segment).matches()) {
            return Optional.of(DATE);
        }
        if (DIGITS.matcher(segment).matches()) {
            return Optional.of(INT);
        }
        if (HEX_WITH_DIGIT.matcher(segment).matches()) {
            return Optional.of(HEX);
        }
        return LOCALE.matcher(segment).matches() || VERSION.matcher(segment).matches()
                ? Optional.empty()
                : ofLetters(segment);
    }

    private static Optional<SegmentKind> ofLetters(String segment) {
        Letters seen = Letters.of(segment);
        boolean words = BETWEEN_WORDS
                .splitAsStream(segment)
                .allMatch(piece -> WORD.matcher(piece).matches());
        boolean shortNumbers = BETWEEN_WORDS.splitAsStream(segment).noneMatch(SegmentKind::endsInLongNumber);
        if (words && shortNumbers && seen.digits < 4) {
            return Optional.empty();
        }
        if (!words && seen.tangled()) {
            return Optional.of(TOKEN);
        }
        return seen.coded() ? Optional.of(CODE) : Optional.empty();
    }

    private static boolean endsInLongNumber(String piece) {
        return piece.matches(".*[0-9]{3}");
    }

    private record Letters(int all, int upper, int lower, int digits) {
        static Letters of(String text) {
            return new Letters(
                    text.length(),
                    (int) text.chars().filter(Character::isUpperCase).count(),
                    (int) text.chars().filter(Character::isLowerCase).count(),
                    (int) text.chars().filter(c -> c >= '0' && c <= '9').count());
        }

        boolean tangled() {
            return upper > 0 && lower > 0 && (all >= 20 || all >= 8 && digits > 0);
        }

        boolean coded() {
            return digits >= 4 || all >= 4 && digits * 2 >= all;
        }
    }
}
