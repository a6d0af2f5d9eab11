package io.sojourn.server.api;

import io.sojourn.heatmap.HeatQuestion;
import io.sojourn.heatmap.PageState;
import io.sojourn.heatmap.kind.HeatKind;
import io.sojourn.heatmap.kind.HeatKinds;
import io.sojourn.sessions.Device;
import io.sojourn.sessions.filter.FilterParser;
import io.sojourn.sessions.filter.SessionFilter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what a heatmap is asked for from the parameters of a request. */
final class HeatAsk {
    private HeatAsk() {}

    static HeatKind kind(Request request) throws Problem {
        return HeatKinds.named(request.path("kind"))
                .orElseThrow(() -> new Problem(404, "There is no such heatmap. Kinds: " + HeatKinds.names() + "."));
    }

    static HeatQuestion question(Request request, int site, long now) throws Problem {
        return question(request.query(), site, now);
    }

    /** What {@code other} says, itself a query; what it leaves out of page, device and state is as in the first. */
    static HeatQuestion other(Request request, int site, long now) throws Problem {
        String other = request.query("other");
        if (other == null) {
            throw new Problem(400, "Say what to compare with: other=, with the parameters of the second segment.");
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String name : List.of("page", "device", "state", "per")) {
            List<String> values = request.query().get(name);
            if (values != null) {
                parameters.put(name, values);
            }
        }
        parsed(other).forEach(parameters::put);
        return question(parameters, site, now);
    }

    private static Map<String, List<String>> parsed(String query) throws Problem {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        try {
            for (String pair : query.split("&")) {
                String[] parts = pair.split("=", 2);
                String value = parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
                if (!value.isEmpty()) {
                    parameters
                            .computeIfAbsent(parts[0], first -> new ArrayList<>())
                            .add(value);
                }
            }
        } catch (IllegalArgumentException strayPercent) {
            throw new Problem(400, "\"other\" is not a query.");
        }
        return parameters;
    }

    private static HeatQuestion question(Map<String, List<String>> parameters, int site, long now) throws Problem {
        try {
            HeatQuestion question =
                    HeatQuestion.of(filter(parameters, site, now), page(parameters), device(parameters));
            String state = first(parameters, "state");
            if (!state.isEmpty() && !state.equals("all")) {
                question = question.in(PageState.ofKey(state));
            }
            return first(parameters, "per").equals("view") ? question.oncePerView() : question;
        } catch (IllegalArgumentException senders) {
            throw new Problem(400, String.valueOf(senders.getMessage()));
        }
    }

    /** The device asked for is that of the page view; how the session began does not matter here. */
    private static SessionFilter filter(Map<String, List<String>> parameters, int site, long now) {
        Map<String, List<String>> others = new LinkedHashMap<>(parameters);
        others.remove("device");
        return FilterParser.parse(site, others, now);
    }

    private static String page(Map<String, List<String>> parameters) {
        String page = first(parameters, "page");
        if (page.isEmpty()) {
            throw new IllegalArgumentException("Say which page: page=/path.");
        }
        return page;
    }

    private static Device device(Map<String, List<String>> parameters) {
        String device = first(parameters, "device");
        try {
            return device.isEmpty() ? Device.DESKTOP : Device.ofKey(device);
        } catch (IllegalArgumentException noSuchDevice) {
            throw new IllegalArgumentException("device is mobile, tablet or desktop.", noSuchDevice);
        }
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }
}
