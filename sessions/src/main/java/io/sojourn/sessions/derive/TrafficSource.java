package io.sojourn.sessions.derive;

import io.sojourn.eventlog.wire.PageView;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where a visit came from, by the address and the referrer of its first page.
 *
 * @param referrerClass none, internal, search, social, mail, ai or site
 * @param channel direct, search, paid, social, email, ai, referral or campaign
 * @param source utm_source, else the referrer's host; empty when neither is known
 * @param medium utm_medium; empty when not given
 * @param campaign utm_campaign; empty when not given
 */
record TrafficSource(String referrerClass, String channel, String source, String medium, String campaign) {
    private static final Pattern SEARCH = hosts("google|bing|duckduckgo|yahoo|ecosia|yandex|baidu|qwant|startpage"
            + "|search\\.brave|kagi|naver|seznam|sogou|swisscows|metager");
    private static final Pattern SOCIAL = hosts(
            "facebook|instagram|twitter|x\\.com|t\\.co|linkedin|lnkd|pinterest|reddit|tiktok"
                    + "|youtube|threads|mastodon|bsky|vk\\.com|weibo|xing|snapchat|whatsapp|telegram|t\\.me|discord|quora");
    private static final Pattern MAIL = hosts("mail|outlook|gmx|web\\.de|proton|fastmail|com\\.google\\.android\\.gm");
    private static final Pattern AI =
            hosts("chatgpt|openai|perplexity|claude|gemini|copilot|mistral|deepseek|you\\.com|poe|grok|phind");
    private static final Pattern PAID = Pattern.compile("cpc|ppc|cpm|cpv|paid.*|.*ads?|display|banner|retargeting");

    private static Pattern hosts(String names) {
        return Pattern.compile("(?:^|\\.)(?:" + names + ")(?:\\.|$)|^(?:" + names + ")");
    }

    static TrafficSource of(PageView first) {
        Map<String, String> query = query(first.getUrl());
        String host = withoutWww(VisitorClasses.hostOf(first.getReferrer()));
        String own = withoutWww(VisitorClasses.hostOf(first.getUrl()));
        String referrer = referrerClass(host, own);
        String medium = query.getOrDefault("utm_medium", "");
        String source = query.getOrDefault("utm_source", referrer.equals("internal") ? "" : host);
        String campaign = query.getOrDefault("utm_campaign", "");
        return new TrafficSource(
                referrer, channel(referrer, medium.toLowerCase(Locale.ROOT), query), source, medium, campaign);
    }

    private static String withoutWww(String host) {
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static String referrerClass(String host, String own) {
        if (host.isEmpty()) {
            return "none";
        }
        if (host.equals(own)) {
            return "internal";
        }
        // Mail and assistants first: mail.google.com and gemini.google.com are no search.
        if (AI.matcher(host).find()) {
            return "ai";
        }
        if (MAIL.matcher(host).find()) {
            return "mail";
        }
        if (SEARCH.matcher(host).find()) {
            return "search";
        }
        return SOCIAL.matcher(host).find() ? "social" : "site";
    }

    private static String channel(String referrer, String medium, Map<String, String> query) {
        boolean clickId = query.containsKey("gclid") || query.containsKey("msclkid") || query.containsKey("dclid");
        if (clickId || (!medium.isEmpty() && PAID.matcher(medium).matches())) {
            return "paid";
        }
        if (medium.equals("email") || medium.equals("newsletter") || referrer.equals("mail")) {
            return "email";
        }
        if (medium.startsWith("social") || referrer.equals("social")) {
            return "social";
        }
        if (query.containsKey("utm_source") || query.containsKey("utm_campaign")) {
            return "campaign";
        }
        return switch (referrer) {
            case "search", "ai" -> referrer;
            case "site" -> "referral";
            default -> "direct";
        };
    }

    private static Map<String, String> query(String url) {
        Map<String, String> values = new LinkedHashMap<>();
        int start = url.indexOf('?');
        if (start < 0) {
            return values;
        }
        int end = url.indexOf('#', start);
        for (String pair :
                url.substring(start + 1, end < 0 ? url.length() : end).split("&")) {
            String[] parts = pair.split("=", 2);
            values.putIfAbsent(parts[0].toLowerCase(Locale.ROOT), parts.length == 2 ? decoded(parts[1]) : "");
        }
        // The agent keeps keys without their values unless it is told that they are harmless.
        values.entrySet()
                .removeIf(entry ->
                        entry.getKey().startsWith("utm_") && entry.getValue().isEmpty());
        return values;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException strayPercent) {
            return value;
        }
    }
}
