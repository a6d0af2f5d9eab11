package io.sojourn.heatmap;

import static io.sojourn.heatmap.HeatEvents.hover;
import static io.sojourn.heatmap.HeatEvents.scroll;
import static io.sojourn.sessions.testing.VisitBuilder.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.wire.Box;
import io.sojourn.eventlog.wire.Click;
import io.sojourn.eventlog.wire.Element;
import io.sojourn.eventlog.wire.Event;
import io.sojourn.heatmap.store.ZoneReports;
import io.sojourn.heatmap.zone.Zone;
import io.sojourn.heatmap.zone.Zone.Origin;
import io.sojourn.heatmap.zone.ZoneReport;
import io.sojourn.sessions.testing.VisitBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ZoneReportTest extends HeatFixture {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    /** Forty visits: all see the top, half see the footer, ten click it, four of those buy. */
    @Test
    void aZoneIsJudgedByThoseWhoSawIt() {
        List<VisitBuilder> visits = new ArrayList<>();
        for (int number = 1; number <= 80; number++) {
            VisitBuilder visit = aVisit(number)
                    .on("/p/lamp")
                    .after(A_SECOND)
                    .analysis(click("#top", 100, 0))
                    .analysis(scroll(0, 3000, 0));
            if (number <= 40) {
                visit.after(A_SECOND).analysis(scroll(2200, 3000, 0)).after(Duration.ofSeconds(2));
            }
            if (number <= 10) {
                visit.analysis(hover("#foot", 900)).analysis(click("#foot", 2_700, 300));
            }
            if (number <= 4) {
                visit.after(A_SECOND).reaches("order");
            }
            visits.add(visit.after(A_SECOND).engagedFor(Duration.ofSeconds(3)));
        }
        sessions.follows(visits.toArray(new VisitBuilder[0]));

        ZoneReport foot = report("#foot");
        assertThat(foot.views()).isEqualTo(80);
        assertThat(foot.exposed()).isEqualTo(40);
        assertThat(foot.clicks()).isEqualTo(10);
        assertThat(foot.clickedViews()).isEqualTo(10);
        assertThat(foot.exposedAndClicked()).isEqualTo(10);
        assertThat(foot.pageClicks()).isEqualTo(90);
        assertThat(foot.firstClickMs()).isEqualTo(4_000);
        assertThat(foot.hesitationMs()).isEqualTo(300);
        assertThat(foot.hoverMs()).isEqualTo(900);
        assertThat(foot.clickingSessions()).isEqualTo(10);
        assertThat(foot.convertedSessions()).isEqualTo(4);
        assertThat(foot.converted().difference()).isEqualTo(0.4);
        assertThat(foot.hasRates()).isTrue();
    }

    @Test
    void withFewWhoSawItNoRateIsShown() {
        sessions.follows(aVisit(1)
                .on("/p/lamp")
                .after(A_SECOND)
                .analysis(click("#top", 100, 0))
                .after(A_SECOND));
        ZoneReport top = new ZoneReports(facts()).read(LAMP, List.of()).get(0);
        assertThat(top.exposed()).isEqualTo(1);
        assertThat(top.hasRates()).isFalse();
    }

    @Test
    void aPageWithoutClicksHasNoZones() {
        sessions.follows(aVisit(1).on("/p/lamp"));
        assertThat(new ZoneReports(facts()).read(LAMP, List.of())).isEmpty();
    }

    /** As an owner's own zone of one element. */
    private ZoneReport report(String selector) {
        String key = points("click", LAMP).elements().stream()
                .filter(element -> element.name().selector().equals(selector))
                .findFirst()
                .orElseThrow()
                .name()
                .key();
        Zone own = new Zone("1", "mine", Origin.OWN, Set.of(key), 0);
        return new ZoneReports(facts()).read(LAMP, List.of(own)).get(0);
    }

    private static Event.Builder click(String selector, int y, int hoveredMs) {
        Element element = VisitBuilder.element(selector);
        return Event.newBuilder()
                .setClick(Click.newBuilder()
                        .setTrusted(true)
                        .setElement(element)
                        .setHoveredMs(hoveredMs)
                        .setBox(Box.newBuilder().setX(50).setY(y).setWidth(200).setHeight(60)));
    }
}
