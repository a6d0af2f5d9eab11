package io.sojourn.sessions.derive;

import io.sojourn.eventlog.wire.Behaviour;
import io.sojourn.sessions.Client;
import io.sojourn.sessions.Device;
import io.sojourn.sessions.Document;
import io.sojourn.sessions.PageVisit;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.TimedEvent;
import io.sojourn.sessions.VisitorClass;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who made a visit (SIGNALS 12), from what the user agent says, what the browser says of itself and how the pointer and the
 * keys went. The owner's own people are found first: they may well use a driven browser. In doubt it is a person.
 */
final class VisitorClasses {
    /** {@code ?internal=1} in any address of the visit; the agent may have dropped the value. */
    private static final Pattern INTERNAL = Pattern.compile("[?&]internal=(?:1|true)?(?:[&#]|$)");

    private static final int CLICKS_FROM_NOWHERE = 3;
    private static final int EXACT_RUNS = 3;
    private static final int MOVES_TO_JUDGE = 30;
    /** Nobody moves a mouse in straight lines only: the study behind SIGNALS 12 found people between 60 and 90. */
    private static final int RULER_PERCENT = 99;

    private VisitorClasses() {}

    static VisitorClass of(Session session, List<PageVisit> views, Rules rules) {
        Client client = session.client();
        if (views.stream().anyMatch(view -> isInternal(view.view().getUrl(), rules))) {
            return VisitorClass.INTERNAL;
        }
        if (client.declared() != VisitorClass.PERSON) {
            return client.declared();
        }
        boolean driven = client.automated();
        boolean agent = false;
        for (Document document : session.documents()) {
            Behaviour behaviour = last(document);
            if (behaviour != null) {
                driven |= isDriven(behaviour, client.device());
                agent |= movesLikeAProgram(behaviour);
            }
        }
        if (driven) {
            return VisitorClass.AUTOMATION;
        }
        return agent ? VisitorClass.AGENT : VisitorClass.PERSON;
    }

    private static boolean isInternal(String url, Rules rules) {
        if (INTERNAL.matcher(url).find()) {
            return true;
        }
        return !rules.internalHosts().isEmpty() && rules.internalHosts().contains(hostOf(url));
    }

    /** Host and port of an address; empty when it has none. */
    static String hostOf(String url) {
        int start = url.indexOf("://");
        if (start < 0) {
            return "";
        }
        String rest = url.substring(start + 3);
        int end = rest.length();
        for (char border : new char[] {'/', '?', '#'}) {
            int at = rest.indexOf(border);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        return rest.substring(0, end).toLowerCase(Locale.ROOT);
    }

    /** They are running totals, so the last counts. */
    private static @Nullable Behaviour last(Document document) {
        Behaviour last = null;
        for (TimedEvent timed : document.events()) {
            last = timed.event().hasBehaviour() ? timed.event().getBehaviour() : last;
        }
        return last;
    }

    private static boolean isDriven(Behaviour behaviour, Device device) {
        boolean pressedFromNowhere = device == Device.DESKTOP
                && behaviour.getPointerMoves() == 0
                && behaviour.getClicksWithoutMove() >= CLICKS_FROM_NOWHERE;
        return behaviour.getHeadless() || pressedFromNowhere || behaviour.getExactIntervals() >= EXACT_RUNS;
    }

    private static boolean movesLikeAProgram(Behaviour behaviour) {
        boolean ruled =
                behaviour.getPointerMoves() >= MOVES_TO_JUDGE && behaviour.getStraightnessPercent() >= RULER_PERCENT;
        boolean metronome = behaviour.getKeyGapMs() > 0 && behaviour.getKeyGapSpreadMs() == 0;
        return ruled && (metronome || behaviour.getClicksWithoutMove() > 0);
    }
}
