package io.sojourn.eventlog.asset;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What must be right about a content before it is kept. */
final class AssetChecks {
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-zA-Z0-9.+-]{1,50}/[a-zA-Z0-9.+-]{1,50}(; ?charset=[a-zA-Z0-9-]{1,20})?");

    private AssetChecks() {}

    /** The asset as it will be kept. */
    static Asset checked(AssetKind kind, String contentType, byte[] content) throws AssetRejected {
        if (content.length > kind.maxBytes()) {
            throw new AssetRejected(
                    AssetRejected.Reason.TOO_LARGE, "A " + kind.key() + " has at most " + kind.maxBytes() + " bytes.");
        }
        if (kind == AssetKind.STYLE && !isText(content)) {
            throw new AssetRejected(AssetRejected.Reason.WRONG_TYPE, "A style sheet is a text in UTF-8.");
        }
        String type = kind.contentType().isEmpty() ? contentType : kind.contentType();
        if (!MEDIA_TYPE.matcher(type).matches()) {
            throw new AssetRejected(AssetRejected.Reason.WRONG_TYPE, "This is no media type.");
        }
        return new Asset(kind, type, content);
    }

    private static boolean isText(byte[] content) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
