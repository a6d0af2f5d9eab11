package io.sojourn.replay.css;

/**
 * Cuts a style sheet into tokens as a browser does (CSS Syntax 3), without judging them. A cursor: every call of
 * {@link #next} moves to the token that the other methods describe. Never fails, whatever the text; linear in its length.
 */
public final class CssScanner {
    public enum Kind {
        SPACE,
        COMMENT,
        STRING,
        /** A string that a line break cuts off; browsers drop the declaration around it. */
        BROKEN_STRING,
        /** {@code url(…)} without quotes. */
        URL,
        WORD,
        /** A word and its opening parenthesis. */
        FUNCTION,
        /** {@code @word}. */
        AT_WORD,
        /** Any other single character. */
        SIGN
    }

    private final String css;
    private int start;
    private int end;
    private Kind kind = Kind.SPACE;
    private boolean closed;

    public CssScanner(String css) {
        this.css = css;
    }

    /** Moves to the next token; false at the end. */
    public boolean next() {
        start = end;
        closed = false;
        if (start >= css.length()) {
            return false;
        }
        kind = scan();
        return true;
    }

    public Kind kind() {
        return kind;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    /** The token as written. */
    public String text() {
        return css.substring(start, end);
    }

    /** The first character of the token. */
    public char sign() {
        return css.charAt(start);
    }

    public boolean is(char sign) {
        return kind == Kind.SIGN && sign() == sign;
    }

    public boolean isFollowedBy(char sign) {
        return at(end) == sign;
    }

    /** Whether a string has its closing quote, or an address its parenthesis. */
    public boolean closed() {
        return closed;
    }

    /** What the token means: escapes resolved, quotes, {@code @}, {@code url(} and parentheses taken off. */
    public String value() {
        return switch (kind) {
            case STRING -> CssEscapes.resolve(css, start + 1, closed() ? end - 1 : end);
            case URL ->
                CssEscapes.resolve(css, css.indexOf('(', start) + 1, closed ? end - 1 : end)
                        .strip();
            case FUNCTION -> CssEscapes.resolve(css, start, end - 1);
            case AT_WORD -> CssEscapes.resolve(css, start + 1, end);
            case WORD -> CssEscapes.resolve(css, start, end);
            default -> text();
        };
    }

    private Kind scan() {
        char c = css.charAt(start);
        if (isSpace(c)) {
            return space();
        }
        if (c == '/' && at(start + 1) == '*') {
            int close = css.indexOf("*/", start + 2);
            end = close < 0 ? css.length() : close + 2;
            return Kind.COMMENT;
        }
        if (c == '"' || c == '\'') {
            return string(c);
        }
        if (c == '@' && isWordPart(start + 1)) {
            end = wordEnd(start + 1);
            return Kind.AT_WORD;
        }
        if (isWordPart(start)) {
            return word();
        }
        end = start + 1;
        return Kind.SIGN;
    }

    private Kind space() {
        end = start + 1;
        while (end < css.length() && isSpace(css.charAt(end))) {
            end++;
        }
        return Kind.SPACE;
    }

    private Kind string(char quote) {
        end = start + 1;
        while (end < css.length() && !isLineBreak(css.charAt(end))) {
            if (passes(quote)) {
                return Kind.STRING;
            }
        }
        return end < css.length() ? Kind.BROKEN_STRING : Kind.STRING;
    }

    /** Passes one character, or one escaped one; whether it was the one that closes the token. */
    private boolean passes(char closing) {
        char c = css.charAt(end);
        end = Math.min(css.length(), end + (c == '\\' ? 2 : 1));
        closed = c == closing;
        return closed;
    }

    private Kind word() {
        end = wordEnd(start);
        if (at(end) != '(') {
            return Kind.WORD;
        }
        boolean url = CssEscapes.resolve(css, start, end).equalsIgnoreCase("url");
        end++;
        return url && !quoteFollows() ? url() : Kind.FUNCTION;
    }

    private boolean quoteFollows() {
        int i = end;
        while (isSpace(at(i))) {
            i++;
        }
        return at(i) == '"' || at(i) == '\'';
    }

    private Kind url() {
        while (end < css.length() && !passes(')')) {}
        return Kind.URL;
    }

    private int wordEnd(int from) {
        int i = from;
        while (isWordPart(i)) {
            i = css.charAt(i) == '\\' ? CssEscapes.end(css, i) : i + 1;
        }
        return i;
    }

    private boolean isWordPart(int i) {
        char c = at(i);
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '-'
                || c == '_'
                || c >= 0x80
                || c == '\\' && i + 1 < css.length() && !isLineBreak(css.charAt(i + 1));
    }

    private char at(int i) {
        return i < css.length() ? css.charAt(i) : 0;
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r' || c == '\f';
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || isLineBreak(c);
    }
}
