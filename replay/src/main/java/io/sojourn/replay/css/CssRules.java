package io.sojourn.replay.css;

import java.util.ArrayList;
import java.util.List;

/** Tells the rules of a sheet apart, so that they can be counted as a browser counts them. */
public final class CssRules {
    private CssRules() {}

    /** The top-level rules, each with what stands before it. A last rule that is cut off is left out. */
    public static List<String> split(String css) {
        List<String> rules = new ArrayList<>();
        CssScanner scanner = new CssScanner(css);
        int from = 0;
        int open = 0;
        boolean statement = false;
        while (scanner.next()) {
            if (from == scanner.start() && isBetweenRules(scanner)) {
                from = scanner.end();
                continue;
            }
            statement |= scanner.kind() == CssScanner.Kind.AT_WORD && from == scanner.start();
            open = Math.max(0, open + change(scanner));
            boolean ends = scanner.is('}') || statement && scanner.is(';');
            if (ends && open == 0) {
                rules.add(css.substring(from, scanner.end()));
                from = scanner.end();
                statement = false;
            }
        }
        return rules;
    }

    private static boolean isBetweenRules(CssScanner scanner) {
        return switch (scanner.kind()) {
            case SPACE, COMMENT -> true;
            default -> scanner.is('}') || scanner.is(';');
        };
    }

    private static int change(CssScanner scanner) {
        if (scanner.kind() == CssScanner.Kind.FUNCTION) {
            return 1;
        }
        if (scanner.kind() != CssScanner.Kind.SIGN) {
            return 0;
        }
        return switch (scanner.sign()) {
            case '{', '(', '[' -> 1;
            case '}', ')', ']' -> -1;
            default -> 0;
        };
    }
}
