package io.sojourn.replay.css;

/** Backslash escapes of CSS: {@code \69} and {@code \i} both mean {@code i}. */
final class CssEscapes {
    private static final int MAX_DIGITS = 6;

    private CssEscapes() {}

    /** The text from {@code from} to {@code to} with its escapes resolved. */
    static String resolve(String css, int from, int to) {
        int first = css.indexOf('\\', from);
        if (first < 0 || first >= to) {
            return css.substring(from, to);
        }
        StringBuilder resolved = new StringBuilder(to - from);
        for (int i = from; i < to; ) {
            if (css.charAt(i) == '\\') {
                append(css, i, to, resolved);
                i = Math.min(to, end(css, i));
            } else {
                resolved.append(css.charAt(i++));
            }
        }
        return resolved.toString();
    }

    /** Where the escape that starts at {@code at} ends. */
    static int end(String css, int at) {
        int i = at + 1;
        while (i < css.length() && i - at <= MAX_DIGITS && digit(css, i) >= 0) {
            i++;
        }
        if (i == at + 1) {
            return Math.min(css.length(), at + 2);
        }
        if (css.startsWith("\r\n", i)) {
            return i + 2; // one line break to a browser
        }
        return i < css.length() && CssScanner.isSpace(css.charAt(i)) ? i + 1 : i;
    }

    private static void append(String css, int at, int to, StringBuilder resolved) {
        int code = 0;
        int i = at + 1;
        while (i < to && i - at <= MAX_DIGITS && digit(css, i) >= 0) {
            code = code * 16 + digit(css, i++);
        }
        if (i > at + 1) {
            resolved.appendCodePoint(Character.isValidCodePoint(code) && code != 0 ? code : 0xFFFD);
        } else if (i < to && css.charAt(i) != '\n') {
            resolved.append(css.charAt(i));
        }
    }

    private static int digit(String css, int i) {
        char c = css.charAt(i);
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }
}
