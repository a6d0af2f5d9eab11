package io.sojourn.sessions.rebuild;

import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.PageView;
import io.sojourn.sessions.Client;
import io.sojourn.sessions.Clipped;
import io.sojourn.sessions.Device;
import io.sojourn.sessions.Document;
import io.sojourn.sessions.TimedEvent;
import io.sojourn.sessions.VisitorClass;
import io.sojourn.sessions.rebuild.UserAgents.UserAgent;
import java.util.List;

/** Tells what a visit was made with from its first page view and its user agent. */
final class ClientReader {
    private static final int MAX_LANGUAGE = 35;

    private final UserAgents agents;

    ClientReader(UserAgents agents) {
        this.agents = agents;
    }

    Client read(String userAgent, List<Document> documents) {
        UserAgent agent = agents.read(userAgent);
        int width = 0;
        String language = "";
        boolean automated = agent.declared() != VisitorClass.PERSON;
        for (Document document : documents) {
            for (TimedEvent timed : document.events()) {
                width = width > 0 ? width : viewportWidth(timed.event());
                if (timed.event().hasPageView()) {
                    PageView view = timed.event().getPageView();
                    language = language.isEmpty() ? Clipped.to(MAX_LANGUAGE, view.getLanguage()) : language;
                    automated |= view.getAutomated();
                }
            }
        }
        Device device = width > 0 ? Device.ofViewportWidth(width) : Device.DESKTOP;
        return new Client(device, agent.browser(), agent.os(), language, "", automated, agent.declared());
    }

    private static int viewportWidth(Event event) {
        return event.hasPageView()
                ? event.getPageView().getViewportWidth()
                : event.getViewport().getWidth();
    }
}
