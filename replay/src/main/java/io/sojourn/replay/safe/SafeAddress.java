package io.sojourn.replay.safe;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which addresses a replay may hold: those that bring their content along, and those that stay in the document. */
final class SafeAddress {
    /** SVG only where it is drawn as an image or by a style: there browsers neither run scripts in it nor let it fetch. */
    private static final Pattern IMAGE =
            Pattern.compile("data:image/(png|jpeg|jpg|gif|webp|avif|bmp|x-icon|svg\\+xml)[;,].*");

    private static final Pattern FONT = Pattern.compile(
            "data:(font/[a-z0-9+.-]+|application/(x-)?font-[a-z0-9+.-]+|application/octet-stream)[;,].*");
    private static final Pattern WEB = Pattern.compile("https?://[^\\s\"'<>\\\\]+", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 4_000;
    private static final int SCHEME_AND_TYPE = 100;

    private SafeAddress() {}

    static boolean isImage(String address) {
        return IMAGE.matcher(beginning(address)).matches();
    }

    /** For style sheets: images, fonts, and fragments of the same document. */
    static boolean isInline(String address) {
        String beginning = beginning(address);
        return beginning.startsWith("#")
                || IMAGE.matcher(beginning).matches()
                || FONT.matcher(beginning).matches();
    }

    /** Our copy of something on the web; null when there is none. */
    static @Nullable String copy(String address, AssetCopies copies) {
        String stripped = address.strip();
        boolean web = stripped.length() <= LONGEST && WEB.matcher(stripped).matches();
        return web ? copies.copyOf(stripped) : null;
    }

    /** Whether a browser would run it, spaces and control characters aside. */
    static boolean isScript(String value) {
        StringBuilder letters = new StringBuilder();
        value.chars().filter(c -> c > ' ').limit(SCHEME_AND_TYPE).forEach(c -> letters.append((char) c));
        String plain = letters.toString().toLowerCase(Locale.ROOT);
        return plain.contains("javascript:") || plain.contains("vbscript:") || plain.startsWith("data:text/html");
    }

    private static String beginning(String address) {
        String stripped = address.strip();
        return stripped.substring(0, Math.min(stripped.length(), SCHEME_AND_TYPE))
                .toLowerCase(Locale.ROOT)
                .replace('\n', ' ');
    }
}
