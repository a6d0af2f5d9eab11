package io.sojourn.collector.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.ETag;
import io.undertow.util.ETagUtils;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A script served from memory, compressed once, to any site's pages. */
public final class ScriptFile {
    private static final HttpString ALLOW_ORIGIN = new HttpString("Access-Control-Allow-Origin");
    private static final HttpString RESOURCE_POLICY = new HttpString("Cross-Origin-Resource-Policy");

    private final byte[] plain;
    private final byte[] gzipped;
    private final byte @Nullable [] brotli;
    private final String cacheControl;
    private final ETag etag;

    public ScriptFile(String text, String cacheControl) {
        this.plain = text.getBytes(StandardCharsets.UTF_8);
        this.gzipped = gzip(plain);
        this.brotli = Brotli.of(plain);
        this.cacheControl = cacheControl;
        this.etag = new ETag(false, HexFormat.of().formatHex(digest("SHA-256", plain), 0, 8));
    }

    /** A script that never changes under its address. */
    public static ScriptFile immutable(String text) {
        return new ScriptFile(text, "public, max-age=31536000, immutable");
    }

    /** The value of an {@code integrity} attribute for this text. */
    public static String integrity(String text) {
        return hashed("SHA-384", "sha384-", text);
    }

    /** What a content security policy's {@code script-src} calls an inline script of this text. */
    public static String policyHash(String text) {
        return hashed("SHA-256", "sha256-", text);
    }

    private static String hashed(String algorithm, String prefix, String text) {
        byte[] hash = digest(algorithm, text.getBytes(StandardCharsets.UTF_8));
        return prefix + Base64.getEncoder().encodeToString(hash);
    }

    public void send(HttpServerExchange exchange) {
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, "text/javascript; charset=utf-8")
                .put(Headers.CACHE_CONTROL, cacheControl)
                .put(Headers.ETAG, etag.toString())
                .put(Headers.VARY, "Accept-Encoding")
                .put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff")
                .put(ALLOW_ORIGIN, "*")
                .put(RESOURCE_POLICY, "cross-origin");
        if (!ETagUtils.handleIfNoneMatch(exchange, etag, true)) {
            exchange.setStatusCode(StatusCodes.NOT_MODIFIED).endExchange();
            return;
        }
        exchange.getResponseSender().send(ByteBuffer.wrap(encoded(exchange)));
    }

    /** Brotli is a seventh smaller than gzip here; browsers offer it only where the connection is encrypted. */
    private byte[] encoded(HttpServerExchange exchange) {
        String accepted = exchange.getRequestHeaders().getFirst(Headers.ACCEPT_ENCODING);
        if (brotli != null && offers(accepted, "br")) {
            exchange.getResponseHeaders().put(Headers.CONTENT_ENCODING, "br");
            return brotli;
        }
        if (offers(accepted, "gzip")) {
            exchange.getResponseHeaders().put(Headers.CONTENT_ENCODING, "gzip");
            return gzipped;
        }
        return plain;
    }

    private static boolean offers(@Nullable String accepted, String coding) {
        if (accepted == null) {
            return false;
        }
        for (String offer : accepted.split(",", -1)) {
            String[] parts = offer.replace(" ", "").split(";", 2);
            if (parts[0].equalsIgnoreCase(coding)) {
                return parts.length < 2 || !parts[1].matches("q=0(\\.0*)?");
            }
        }
        return false;
    }

    /** 404 as a script, so that the page's console shows the sentence. */
    static void missing(HttpServerExchange exchange, String sentence) {
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, "text/javascript; charset=utf-8")
                .put(ALLOW_ORIGIN, "*");
        exchange.setStatusCode(StatusCodes.NOT_FOUND).getResponseSender().send("/* Sojourn: " + sentence + " */");
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return out.toByteArray();
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }
}
