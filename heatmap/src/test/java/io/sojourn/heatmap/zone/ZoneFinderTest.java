package io.sojourn.heatmap.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.heatmap.ElementBox;
import io.sojourn.heatmap.ElementName;
import io.sojourn.heatmap.zone.Zone.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ZoneFinderTest {
    private static final String CARDS = "html>body>main>div:nth-of-type(2)>article";

    @Test
    void likeSiblingsAreOneListAndTheirPartsBelongToIt() {
        List<Zone> zones = ZoneFinder.find(cards(4), List.of());
        assertThat(zones).extracting(Zone::origin).containsExactly(Origin.LIST);
        assertThat(zones.get(0).items()).isEqualTo(4);
        assertThat(zones.get(0).elements()).hasSize(8);
    }

    @Test
    void aPartOfACardThatIsUsedButOnceBelongsToItsListToo() {
        List<ZoneElement> elements = cards(3);
        elements.add(element("once", CARDS + ":nth-of-type(2)>p>button", "main>x"));
        assertThat(ZoneFinder.find(elements, List.of())).hasSize(1);
    }

    @Test
    void twoSiblingsAreNoListAndWhatStandsAloneBelongsToItsLandmark() {
        List<ZoneElement> elements = cards(2);
        elements.add(element("home", "html>body>header>a", "header>a"));
        elements.add(element("logo", "html>body>img", ""));
        assertThat(ZoneFinder.find(elements, List.of()))
                .extracting(Zone::name)
                .containsExactlyInAnyOrder("main", "header", "page");
    }

    @Test
    void whatAnOwnerDrewComesFirstAndIsTakenOutOfTheOthers() {
        Zone own = new Zone("1", "Best seller", Origin.OWN, Set.of("a1"), 0);
        List<Zone> zones = ZoneFinder.find(cards(4), List.of(own));
        assertThat(zones.get(0)).isEqualTo(own);
        assertThat(zones.get(1).elements()).hasSize(7).doesNotContain("a1");
    }

    @Test
    void theSameElementsInAnyOrderGiveTheSameZonesUnderTheSameIds() {
        List<ZoneElement> elements = cards(5);
        elements.add(element("home", "html>body>header>a", "header>a"));
        Set<Zone> zones = Set.copyOf(ZoneFinder.find(elements, List.of()));
        Collections.shuffle(elements, new Random(3));
        assertThat(Set.copyOf(ZoneFinder.find(elements, List.of()))).isEqualTo(zones);
    }

    private static List<ZoneElement> cards(int count) {
        List<ZoneElement> elements = new ArrayList<>();
        for (int card = 1; card <= count; card++) {
            String place = CARDS + ":nth-of-type(" + card + ")";
            elements.add(element("a" + card, place + ">a:nth-of-type(1)", "main>a"));
            elements.add(element("b" + card, place + ">a:nth-of-type(2)", "main>a"));
        }
        return elements;
    }

    private static ZoneElement element(String key, String path, String landmark) {
        return new ZoneElement(ElementName.unknown(key), path, landmark, new ElementBox(0, 0, 10, 10));
    }
}
