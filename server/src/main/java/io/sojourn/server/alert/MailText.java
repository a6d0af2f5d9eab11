package io.sojourn.server.alert;

import io.sojourn.sites.alert.Delivery;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Alerts in words, for mail. */
public final class MailText {
    private static final JsonMapper JSON = new JsonMapper();

    private final String consoleUrl;

    /** @param consoleUrl where people reach the console */
    public MailText(String consoleUrl) {
        this.consoleUrl = consoleUrl;
    }

    String subject(int alerts) {
        return alerts == 1 ? "Sojourn: visitors stall somewhere" : "Sojourn: " + alerts + " alerts";
    }

    String body(List<Delivery> deliveries) {
        return deliveries.stream().map(this::paragraph).collect(Collectors.joining("\n\n"))
                + "\n\nWhere these mails go, and whether, is set under Alerts: " + consoleUrl + "/\n";
    }

    private String paragraph(Delivery delivery) {
        JsonNode alert = JSON.readTree(delivery.body());
        String sentence = oneLine(alert.path("sentence").asString(""));
        String path = alert.path("path").asString("");
        return path.startsWith("/") ? sentence + "\n" + consoleUrl + path : sentence;
    }

    /** What a page calls itself cannot write paragraphs of its own. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
