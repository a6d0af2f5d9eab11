package io.sojourn.journey.stall;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Roughly where a visit came from: enough to compare like with like (SIGNALS 11.3). */
enum Channel {
    DIRECT,
    SEARCH,
    SOCIAL,
    CAMPAIGN,
    REFERRAL;

    private static final Pattern ENGINES =
            Pattern.compile("(^|\\.)(google|bing|duckduckgo|ecosia|yahoo|yandex|baidu|qwant|startpage)\\.");
    private static final Pattern NETWORKS = Pattern.compile(
            "(^|\\.)(facebook|instagram|twitter|x|t|linkedin|pinterest|reddit|tiktok|youtube|mastodon)\\.");
    private static final Pattern TAGGED = Pattern.compile("[?&](utm_|gclid|fbclid|msclkid)");

    /** @param url of the first page @param referrer of it; empty when typed */
    static Channel of(String url, String referrer) {
        if (TAGGED.matcher(url).find()) {
            return CAMPAIGN;
        }
        String host = host(referrer);
        if (host.isEmpty() || host.equals(host(url))) {
            return DIRECT;
        }
        if (ENGINES.matcher(host).find()) {
            return SEARCH;
        }
        return NETWORKS.matcher(host).find() ? SOCIAL : REFERRAL;
    }

    private static String host(String url) {
        try {
            String host = url.isEmpty() ? null : URI.create(url).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAnAddress) {
            return "";
        }
    }
}
