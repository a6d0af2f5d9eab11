package io.sojourn.sessions.rebuild;

import io.sojourn.sessions.VisitorClass;
import java.util.regex.Pattern;

/**
 * Tells from a user agent whether a program made the visit, as far as it says so. The order matters: an agent that fetches for
 * one person calls itself a bot too, and so do probes. Any thread.
 */
final class DeclaredVisitors {
    /** Programs that act for one person at a time; their crawlers, which act for nobody, are bots. */
    private static final Pattern AGENT = pattern(
            "chatgpt-user|claude-user|perplexity-user|mistralai-user|meta-externalfetcher|google-agent|gemini-deep-research"
                    + "|operator/|duckassistbot|novaact|amzn-user|manus-user|devin/|chatgpt agent");

    private static final Pattern MONITORING = pattern(
            "pingdom|uptimerobot|uptime-kuma|statuscake|site24x7|datadogsynthetics|newrelicpinger|betteruptime|better stack"
                    + "|checkly|catchpoint|gomezagent|dynatrace|hetrixtools|freshping|nodeping|blackbox.exporter|googlestackdriver"
                    + "|amazon-route53-health|cloudflare-healthchecks|elb-healthchecker|kube-probe");

    private static final Pattern BOT = pattern(
            "bot\\b|bots\\b|[a-z]bot[/;) ]|crawler|crawling|spider|slurp|archiver|ia_archiver"
                    + "|facebookexternalhit|mediapartners-google|google-inspectiontool|google-read-aloud|apis-google|feedfetcher"
                    + "|bingpreview|yandex(?:images|video|media|metrika)|baiduspider|ahrefs|semrush|mj12|dotbot|petalbot|bytespider"
                    + "|ccbot|gptbot|claudebot|perplexitybot|applebot|duckduckgo-favicons|embedly|quora link preview|pinterest/0"
                    + "|slackbot|twitterbot|whatsapp/|telegrambot|discordbot|linkedinbot|validator|lighthouse|pagespeed");

    /** Browsers without a window, and libraries that fetch without a browser. */
    private static final Pattern AUTOMATION = pattern(
            "headless|phantomjs|slimerjs|puppeteer|playwright|selenium|webdriver|cypress|htmlunit|electron-fetch"
                    + "|^(?:curl|wget|python|java|go-http|node|axios|okhttp|libwww|ruby|php|perl|apache-httpclient|httpie|undici)");

    private DeclaredVisitors() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    static VisitorClass of(String userAgent) {
        if (AGENT.matcher(userAgent).find()) {
            return VisitorClass.AGENT;
        }
        if (MONITORING.matcher(userAgent).find()) {
            return VisitorClass.MONITORING;
        }
        // Cubot is a maker of telephones.
        if (BOT.matcher(userAgent).find() && !userAgent.contains("CUBOT")) {
            return VisitorClass.BOT;
        }
        return AUTOMATION.matcher(userAgent).find() ? VisitorClass.AUTOMATION : VisitorClass.PERSON;
    }
}
