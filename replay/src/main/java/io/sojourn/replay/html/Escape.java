package io.sojourn.replay.html;

/** Text that a parser of HTML reads back as itself. */
final class Escape {
    private Escape() {}

    static void text(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#13;");
                case 0 -> out.append('\uFFFD');
                default -> out.append(c);
            }
        }
    }

    static void attribute(String name, String value, StringBuilder out) {
        out.append(' ').append(name).append("=\"");
        text(value, out);
        out.append('"');
    }
}
