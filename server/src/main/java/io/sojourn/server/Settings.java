package io.sojourn.server;

import io.sojourn.server.alert.AlertSettings;
import io.sojourn.sessions.follow.Retention;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an owner can set at the start.
 *
 * @param data where everything is kept
 * @param port 0 for any free one
 * @param publicUrl how visitors' browsers reach this server, without a trailing slash; null for the address listened on
 * @param adminToken a bearer token with every right, null for none
 * @param retention how long visits and recordings are kept
 * @param receiving what is taken in, and under which conditions
 * @param alerts how people are told
 */
public record Settings(
        Path data,
        String host,
        int port,
        @Nullable String publicUrl,
        @Nullable String adminToken,
        Retention retention,
        Receiving receiving,
        AlertSettings alerts) {
    private static final int MIN_TOKEN = 16;
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "[::]");

    /** With the usual retention, receiving as usual, and no mail. */
    public Settings(Path data, String host, int port, @Nullable String publicUrl, @Nullable String adminToken) {
        this(data, host, port, publicUrl, adminToken, Retention.DEFAULT, Receiving.DEFAULT, AlertSettings.DEFAULT);
    }

    public Settings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("--port is a number from 0 to 65535, not " + port + ".");
        }
        if (publicUrl != null) {
            publicUrl = checked(publicUrl);
        } else if (EVERYWHERE.contains(host)) {
            throw new IllegalArgumentException(
                    "--host " + host + " listens on every address. Say with --public-url which one"
                            + " visitors' browsers shall use; it stands in the line to paste.");
        }
        if (adminToken != null && adminToken.length() < MIN_TOKEN) {
            throw new IllegalArgumentException(
                    "SOJOURN_ADMIN_TOKEN has to have at least " + MIN_TOKEN + " characters.");
        }
    }

    private static String checked(String url) {
        String sentence = "--public-url is an address like https://stats.shop.example, not \"" + url + "\".";
        try {
            URI uri = URI.create(url);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean plain = uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null;
            if (!web || !plain || !url.matches("[A-Za-z0-9:/._\\[\\]-]+")) {
                throw new IllegalArgumentException(sentence);
            }
        } catch (IllegalArgumentException notAnAddress) {
            throw new IllegalArgumentException(sentence, notAnAddress);
        }
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
