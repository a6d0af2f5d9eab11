package io.sojourn.sessions.derive;

import io.sojourn.sessions.PageVisit;
import io.sojourn.sessions.Session;
import java.util.List;

/** When a session reached goals: those of the owner's rules, and those that the site names itself. */
public final class GoalMoments {
    private GoalMoments() {}

    /** Epoch ms, of every time any of them was reached. */
    public static List<Long> of(Session session, Rules rules) {
        GoalFacts goals = new GoalFacts(rules);
        List<PageVisit> views = session.pageVisits();
        for (int number = 0; number < views.size(); number++) {
            goals.visit(views.get(number), number, VisitDerivation.seen(views.get(number)));
        }
        return goals.moments();
    }
}
