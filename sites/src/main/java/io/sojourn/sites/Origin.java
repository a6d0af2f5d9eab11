package io.sojourn.sites;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** A web origin as browsers write it in the Origin header: {@code https://shop.example} or {@code http://localhost:8080}. */
public record Origin(String text) {
    /**
     * What an owner typed: an address with or without scheme and path.
     *
     * @throws IllegalArgumentException with a sentence for the owner
     */
    public static Origin of(String typed) {
        String address = typed.strip();
        if (!address.contains("://")) {
            address = "https://" + address;
        }
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
                throw new IllegalArgumentException(sentence(typed));
            }
            return new Origin(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port(scheme, uri.getPort()));
        } catch (URISyntaxException notAnAddress) {
            throw new IllegalArgumentException(sentence(typed), notAnAddress);
        }
    }

    private static String port(String scheme, int port) {
        boolean implied = port < 0 || port == (scheme.equals("https") ? 443 : 80);
        return implied ? "" : ":" + port;
    }

    private static String sentence(String typed) {
        return "\"" + typed + "\" is not a web address. Write it like https://shop.example.";
    }
}
