package io.sojourn.server.asset;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where copies are served: {@code /a/SITE/HASH}. The player's frame has no cookie, so the path itself must not be guessable: who
 * could guess a content could else ask whether a site's visitors saw it. The secret lasts as long as this process. Any thread.
 */
public final class AssetPaths {
    /** Hex digits of each of the two parts. */
    public static final int PART = 32;

    private final byte[] secret = new byte[32];

    public AssetPaths() {
        new SecureRandom().nextBytes(secret);
    }

    /** The part of the path that stands for a site: 32 hex digits. */
    public String site(int siteId) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] code = mac.doFinal(("site " + siteId).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(code, 0, PART / 2);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }

    String of(int siteId, String hash) {
        return "/a/" + site(siteId) + "/" + hash;
    }
}
