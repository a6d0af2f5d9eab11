package io.sojourn.sessions.derive;

import static io.sojourn.sessions.testing.VisitBuilder.NOON;
import static io.sojourn.sessions.testing.VisitBuilder.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.wire.Behaviour;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.eventlog.wire.Order;
import io.sojourn.eventlog.wire.PageView;
import io.sojourn.eventlog.wire.Search;
import io.sojourn.sessions.testing.FactsDump;
import io.sojourn.sessions.testing.SessionsFixture;
import io.sojourn.sessions.testing.VisitBuilder;
import io.sojourn.sites.rules.Goal;
import io.sojourn.sites.rules.Step;
import io.sojourn.sites.rules.Thresholds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VisitFactsTest {
    @TempDir
    Path folder;

    private static Rules withGoals(int version, Goal... goals) {
        return new Rules(version, Thresholds.DEFAULT, List.of(), List.of(goals), List.of("staging.shop.example"));
    }

    private String visit(VisitBuilder visit) {
        return visit(visit, withGoals(1));
    }

    private String visit(VisitBuilder visit, Rules rules) {
        try (SessionsFixture house = new SessionsFixture(folder).rules(rules)) {
            house.follows(visit).everybodyLeaves();
            List<String> rows = FactsDump.of(house.module().facts(), "visit").get("visit");
            assertThat(rows).hasSize(1);
            return rows.get(0);
        }
    }

    @Test
    void aSessionThatCrossesMidnightIsOneSession() { // G19
        long beforeMidnight = 1_790_035_200_000L - 60_000; // 2026-09-21T23:59Z
        String visit = visit(aVisit().startingAt(beforeMidnight)
                .on("/")
                .after(Duration.ofMinutes(5))
                .goesTo("/late"));

        assertThat(visit).contains("'page_views': 2", "'started_at': " + beforeMidnight);
    }

    @Test
    void whoReadsLittleAndGoesIsABounceAndWhoReadsLongIsNot() {
        assertThat(visit(aVisit().on("/").engagedFor(Duration.ofSeconds(9)))).contains("'bounce': true");
    }

    @Test
    void tenEngagedSecondsAreNoBounce() {
        assertThat(visit(aVisit().on("/").engagedFor(Duration.ofSeconds(10)))).contains("'bounce': false");
    }

    @Test
    void aReachedGoalIsNoBounce() {
        Goal goal = new Goal("pay", "Pays", List.of(new Step(Step.Kind.ELEMENT, "#pay")));
        assertThat(visit(aVisit().on("/").clicks("#pay"), withGoals(1, goal)))
                .contains("'bounce': false", "'goals': 1");
    }

    @Test
    void threeViewsOfOnePageInFifteenSecondsAreOneLoop() {
        Duration pause = Duration.ofSeconds(2);
        assertThat(visit(aVisit().on("/a")
                        .after(pause)
                        .on("/a")
                        .after(pause)
                        .on("/a")
                        .after(pause)
                        .on("/a")))
                .contains("'loops': 1");
    }

    @Test
    void pagesOneComesBackToAfterAWhileAreNoLoop() {
        Duration pause = Duration.ofSeconds(9);
        assertThat(visit(aVisit().on("/a").after(pause).on("/a").after(pause).on("/a")))
                .contains("'loops': 0");
    }

    @Test
    void whereAVisitCameFromIsToldFromItsFirstPage() {
        TrafficSource source = TrafficSource.of(PageView.newBuilder()
                .setUrl("https://shop.example/?utm_source=paper&utm_medium=cpc&utm_campaign=spring")
                .setReferrer("https://www.google.com/")
                .build());
        assertThat(source).isEqualTo(new TrafficSource("search", "paid", "paper", "cpc", "spring"));
    }

    @Test
    void crawlersProbesAndAgentsAreToldFromPeople() {
        assertThat(visit(aVisit().with("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")
                        .on("/")))
                .contains("'class': bot");
    }

    @Test
    void anAgentThatActsForAPersonIsNoBot() {
        assertThat(visit(aVisit().with(
                                "Mozilla/5.0 AppleWebKit/537.36; compatible; ChatGPT-User/1.0; +https://openai.com/bot")
                        .on("/")))
                .contains("'class': agent");
    }

    @Test
    void clicksOfAMouseThatNeverMovedAreAutomation() {
        assertThat(visit(aVisit().on("/")
                        .analysis(Event.newBuilder()
                                .setBehaviour(Behaviour.newBuilder().setClicksWithoutMove(4)))))
                .contains("'class': automation");
    }

    @Test
    void theOwnersOwnPeopleAreInternal() {
        assertThat(visit(aVisit().on("/?internal="))).contains("'class': internal");
    }

    @Test
    void anOrdinaryVisitIsAPersons() {
        assertThat(visit(aVisit().on("/"))).contains("'class': person", "'channel': direct");
    }

    @Test
    void ordersAndSearchesAreCounted() {
        String visit = visit(aVisit().on("/")
                .analysis(Event.newBuilder().setSearch(Search.newBuilder().setQuery("lamp")))
                .analysis(Event.newBuilder()
                        .setOrder(Order.newBuilder().setId("1").setValue(12.5))));
        assertThat(visit).contains("'searches': 1", "'orders': 1", "'order_value': 12.5");
    }

    @Test
    void aChangedRuleHasTheSitesSessionsDerivedAgainAndNoOthers() {
        Goal seen = new Goal("seen", "Saw the lamp", List.of(new Step(Step.Kind.PAGE, "/p/*")));
        try (SessionsFixture house = new SessionsFixture(folder).rules(withGoals(1))) {
            house.follows(aVisit(1).on("/p/lamp"), aVisit(2).site(2).on("/p/lamp"))
                    .everybodyLeaves();
            assertThat(goals(house)).isEmpty();

            house.rules(site -> withGoals(site == 1 ? 2 : 1, seen))
                    .module()
                    .follower()
                    .catchUp();
            assertThat(goals(house)).hasSize(1).first().asString().contains("'site': 1", "'goal': seen");
        }
    }

    @Test
    void aGoalSaysWhenItWasReachedFirstAndHowOften() {
        Goal both = new Goal(
                "buy", "Buys", List.of(new Step(Step.Kind.EVENT, "order"), new Step(Step.Kind.EVENT, "bought")));
        try (SessionsFixture house = new SessionsFixture(folder).rules(withGoals(1, both))) {
            house.follows(aVisit().on("/")
                    .after(Duration.ofSeconds(3))
                    .reaches("bought")
                    .after(Duration.ofSeconds(3))
                    .reaches("bought"));
            assertThat(goals(house))
                    .anyMatch(row -> row.contains("'goal': buy")
                            && row.contains("'times': 2")
                            && row.contains("" + (NOON + 3_000)))
                    .anyMatch(row -> row.contains("'goal': bought"));
        }
    }

    private static List<String> goals(SessionsFixture house) {
        return FactsDump.of(house.module().facts(), "goal_reached").get("goal_reached");
    }
}
