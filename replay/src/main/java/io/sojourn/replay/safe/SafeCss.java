package io.sojourn.replay.safe;

import io.sojourn.replay.css.CssScanner;
import io.sojourn.replay.css.CssScanner.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/**
 * Takes out of a style sheet what could fetch or run something, and leaves every rule in its place, so that rules keep
 * their numbers. What comes out also has balanced brackets and cannot end a {@code style} element. One use per text.
 */
final class SafeCss {
    /** An address that is always allowed and never shows anything. */
    private static final String NOWHERE = "\"data:,\"";
    /** Stands for a rule that was taken out. */
    private static final String NO_RULE = "@media not all{}";

    /** Functions that take an address as a plain string. */
    private static final Set<String> TAKING_ADDRESSES =
            Set.of("url", "src", "image", "image-set", "-webkit-image-set", "-webkit-cross-fade", "cross-fade");
    /** Functions whose result could be an address that is not written here. */
    private static final Set<String> INDIRECT = Set.of("var", "attr", "env", "if", "inherit");

    private static final Set<String> FETCHING_RULES =
            Set.of("import", "namespace", "charset", "document", "-moz-document");
    private static final Set<String> RUNNING_PROPERTIES =
            Set.of("behavior", "behaviour", "-moz-binding", "-ms-behavior");

    private final AssetCopies copies;
    private final CssScanner scanner;
    private final StringBuilder safe;
    private final Deque<Character> open = new ArrayDeque<>();
    /** For each open bracket, whether a string directly inside it is an address. */
    private final Deque<Boolean> addresses = new ArrayDeque<>();

    private boolean afterDot;

    private SafeCss(String css, AssetCopies copies) {
        this.copies = copies;
        scanner = new CssScanner(css);
        safe = new StringBuilder(css.length() + 16);
    }

    static String clean(String css) {
        return clean(css, AssetCopies.NONE);
    }

    /** @param copies what pictures and fonts of the web are replaced by */
    static String clean(String css, AssetCopies copies) {
        return new SafeCss(css, copies).clean();
    }

    private String clean() {
        while (scanner.next()) {
            boolean dotBefore = afterDot;
            afterDot = scanner.is('.') || scanner.is('#');
            switch (scanner.kind()) {
                case COMMENT -> safe.append("/**/");
                case BROKEN_STRING -> safe.append(NOWHERE);
                case STRING -> string();
                case URL -> url();
                case FUNCTION -> function();
                case WORD -> word(dotBefore);
                case AT_WORD -> atWord();
                case SIGN -> sign();
                default -> safe.append(' ');
            }
        }
        open.forEach(safe::append);
        return safe.toString();
    }

    private void string() {
        boolean address = !addresses.isEmpty() && addresses.peek();
        if (address && !SafeAddress.isInline(scanner.value())) {
            safe.append(elsewhere(scanner.value()));
        } else {
            text(scanner.closed() ? scanner.text() : closed(scanner.text()));
        }
    }

    /** A string that the end of the text cut off; a lone backslash there would take the quote with it. */
    private static String closed(String string) {
        int backslashes = 0;
        while (string.charAt(string.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return string.substring(0, string.length() - backslashes % 2) + string.charAt(0);
    }

    private void url() {
        String address = scanner.value();
        boolean plain = address.chars().noneMatch(c -> c <= ' ' || "\"'(){}".indexOf(c) >= 0);
        if (plain && SafeAddress.isInline(address)) {
            safe.append("url(\"");
            text(address.replace("\\", "\\\\"));
            safe.append("\")");
        } else {
            safe.append("url(").append(elsewhere(address)).append(')');
        }
    }

    /** A string: our copy of what is there, or nothing to see. */
    private String elsewhere(String address) {
        String copy = SafeAddress.copy(address, copies);
        return copy == null ? NOWHERE : '"' + copy + '"';
    }

    private void function() {
        String name = scanner.value().toLowerCase(Locale.ROOT);
        boolean inAddress = !addresses.isEmpty() && addresses.peek();
        boolean indirect = inAddress && (INDIRECT.contains(name) || name.startsWith("--"));
        if (indirect || name.equals("expression")) {
            safe.append("blocked(");
        } else {
            text(scanner.text());
        }
        open(')', TAKING_ADDRESSES.contains(name) || inAddress && !name.equals("type"));
    }

    private void word(boolean dotBefore) {
        boolean running = RUNNING_PROPERTIES.contains(scanner.value().toLowerCase(Locale.ROOT));
        if (running && !dotBefore) {
            safe.append("-blocked");
        } else {
            text(scanner.text());
        }
    }

    private void atWord() {
        if (!FETCHING_RULES.contains(scanner.value().toLowerCase(Locale.ROOT))) {
            text(scanner.text());
            return;
        }
        boolean counted = !scanner.value().equalsIgnoreCase("charset");
        skipStatement();
        safe.append(counted ? NO_RULE : " ");
    }

    /** To the semicolon that ends a statement, or over its block. */
    private void skipStatement() {
        int depth = 0;
        while (scanner.next()) {
            if (scanner.kind() == Kind.FUNCTION || scanner.is('(') || scanner.is('{') || scanner.is('[')) {
                depth++;
            } else if (scanner.is(')') || scanner.is('}') || scanner.is(']')) {
                depth--;
            }
            boolean blockEnds = scanner.is('}') && depth <= 0;
            if (blockEnds || scanner.is(';') && depth <= 0) {
                return;
            }
        }
    }

    private void sign() {
        char sign = scanner.sign();
        switch (sign) {
            case '{' -> openSign(sign, '}');
            case '(' -> openSign(sign, ')');
            case '[' -> openSign(sign, ']');
            case '}', ')', ']' -> close(sign);
            // A browser reads "a<b" the same with a space, and no parser of markup takes "< b" for a tag.
            case '<' -> safe.append(scanner.isFollowedBy('=') || scanner.isFollowedBy(' ') ? "<" : "< ");
            case '\\' -> safe.append(' '); // escapes nothing here, but would what follows
            case 0 -> safe.append('\uFFFD');
            default -> safe.append(sign);
        }
    }

    private void openSign(char sign, char closing) {
        safe.append(sign);
        boolean inside = !addresses.isEmpty() && addresses.peek();
        open(closing, sign == '(' && inside);
    }

    private void open(char closing, boolean address) {
        open.push(closing);
        addresses.push(address);
    }

    /** As a browser does: a closing bracket that fits nothing open says nothing. */
    private void close(char sign) {
        if (!open.isEmpty() && open.peek() == sign) {
            open.pop();
            addresses.pop();
            safe.append(sign);
        } else {
            safe.append(' '); // what stood on its two sides must not become one word
        }
    }

    /**
     * Strings and words may hold "&lt;"; as an escape it means the same to CSS and nothing to a parser of markup. One that
     * is escaped already takes its backslash along, or that backslash would escape ours.
     */
    private void text(String token) {
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            boolean escapes = c == '\\' && i + 1 < token.length();
            if (c == '<' || escapes && token.charAt(i + 1) == '<') {
                safe.append("\\3c ");
                i += escapes ? 1 : 0;
            } else if (escapes) {
                safe.append(c).append(token.charAt(++i));
            } else {
                safe.append(c);
            }
        }
    }
}
