package io.sojourn.eventlog.asset;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a content is, and how large one may be. The codes stand in files and never change. */
public enum AssetKind {
    /** The text of a style sheet, UTF-8. */
    STYLE(1, 2 << 20, "text/css; charset=utf-8"),
    /** A piece of a recorded page, as the recorder writes it, masked already. */
    PART(2, 1 << 20, "application/octet-stream"),
    IMAGE(3, 8 << 20, ""),
    FONT(4, 4 << 20, "");

    private final int code;
    private final int maxBytes;
    private final String contentType;

    AssetKind(int code, int maxBytes, String contentType) {
        this.code = code;
        this.maxBytes = maxBytes;
        this.contentType = contentType;
    }

    int code() {
        return code;
    }

    /** Above this a content is refused. */
    public int maxBytes() {
        return maxBytes;
    }

    /** The media type of every content of this kind; empty where each has its own. */
    public String contentType() {
        return contentType;
    }

    /** The name on the outside: {@code style}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable AssetKind ofCode(int code) {
        for (AssetKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        return null;
    }
}
