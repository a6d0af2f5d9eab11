package io.sojourn.server.asset;

import io.sojourn.eventlog.asset.AssetKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kinds of content that may stand in a replay, told by their first bytes: what a server says of them is only compared. */
enum AssetType {
    PNG("image/png", AssetKind.IMAGE, "\u0089PNG"),
    JPEG("image/jpeg", AssetKind.IMAGE, "\u00ff\u00d8\u00ff"),
    GIF("image/gif", AssetKind.IMAGE, "GIF8"),
    WEBP("image/webp", AssetKind.IMAGE, "RIFF....WEBP"),
    AVIF("image/avif", AssetKind.IMAGE, "....ftypavif", "....ftypavis"),
    BMP("image/bmp", AssetKind.IMAGE, "BM"),
    ICON("image/x-icon", AssetKind.IMAGE, "\u0000\u0000\u0001\u0000"),
    WOFF2("font/woff2", AssetKind.FONT, "wOF2"),
    WOFF("font/woff", AssetKind.FONT, "wOFF"),
    OTF("font/otf", AssetKind.FONT, "OTTO"),
    TTF("font/ttf", AssetKind.FONT, "\u0000\u0001\u0000\u0000", "true"),
    SVG("image/svg+xml", AssetKind.IMAGE);

    private static final Pattern SVG_ROOT = Pattern.compile(
            "\\A\\uFEFF?\\s*(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*(<!DOCTYPE svg[^>\\[]*>\\s*)?(<!--.*?-->\\s*)*<svg[\\s>].*",
            Pattern.DOTALL);
    private static final int LOOKED_AT = 4_096;
    /** What servers call a picture or font, or nothing in particular. */
    private static final Pattern SAID = Pattern.compile(
            "(image/[a-z0-9.+-]+|font/[a-z0-9.+-]+|application/(x-)?font-[a-z0-9.+-]+|application/octet-stream|binary/octet-stream)");

    private final String mediaType;
    private final AssetKind kind;
    private final List<String> beginnings;

    AssetType(String mediaType, AssetKind kind, String... beginnings) {
        this.mediaType = mediaType;
        this.kind = kind;
        this.beginnings = List.of(beginnings);
    }

    String mediaType() {
        return mediaType;
    }

    AssetKind kind() {
        return kind;
    }

    /** Whether a content under this header is worth reading. */
    static boolean mayBeSaid(@Nullable String contentType) {
        return contentType != null
                && SAID.matcher(contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
                        .matches();
    }

    /** Whether it may be served. */
    static boolean isServed(String mediaType) {
        return Arrays.stream(values()).anyMatch(type -> type.mediaType.equals(mediaType));
    }

    /** Null when it is none of them. */
    static @Nullable AssetType of(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        for (AssetType type : values()) {
            if (type.beginnings.stream().anyMatch(beginning -> begins(start, beginning))) {
                return type;
            }
        }
        String text = new String(content, 0, Math.min(content.length, LOOKED_AT), StandardCharsets.UTF_8);
        return SVG_ROOT.matcher(text).matches() ? SVG : null;
    }

    /** A dot stands for any byte. */
    private static boolean begins(String content, String beginning) {
        if (content.length() < beginning.length()) {
            return false;
        }
        for (int i = 0; i < beginning.length(); i++) {
            if (beginning.charAt(i) != '.' && beginning.charAt(i) != content.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
