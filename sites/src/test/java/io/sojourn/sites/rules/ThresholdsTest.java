package io.sojourn.sites.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ThresholdsTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void thresholdsAreFoundByTheirDottedKey() {
        assertThat(Thresholds.DEFAULT.whole("rage.hammer_clicks")).isEqualTo(4);
        assertThat(Thresholds.DEFAULT.number("stats.bh_q")).isEqualTo(0.1);
        assertThat(Thresholds.DEFAULT.numbers("vitals.lcp")).containsExactly(2500.0, 4000.0);
        assertThat(Thresholds.DEFAULT.flag("time.split_midnight")).isFalse();
    }

    @Test
    void whatTheOwnerSetsTakesTheDefaultsPlaceAndLeavesTheOthers() {
        Thresholds own = Thresholds.of(Map.of("rage.hammer_clicks", JSON.readTree("6")));

        assertThat(own.whole("rage.hammer_clicks")).isEqualTo(6);
        assertThat(own.whole("rage.gap_ms")).isEqualTo(1000);
    }

    @Test
    void theDefaultItselfIsNoOverride() {
        assertThat(Thresholds.of(Map.of("rage.hammer_clicks", JSON.readTree("4"))))
                .isEqualTo(Thresholds.DEFAULT);
    }

    @Test
    void whatDoesNotFitIsSaidInASentence() {
        refused("rage.hammer_klicks", "4", "no threshold");
        refused("rage.hammer_clicks", "\"four\"", "like its default");
        refused("rage.hammer_clicks", "-1", "like its default");
        refused("vitals.lcp", "[4000, 2500]", "like its default");
        refused("vitals.lcp", "[4000]", "like its default");
    }

    private static void refused(String key, String value, String why) {
        assertThatThrownBy(() -> Thresholds.of(Map.of(key, JSON.readTree(value))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void anUnknownKeyIsOurBug() {
        assertThatThrownBy(() -> Thresholds.DEFAULT.number("rage.nothing")).hasMessageContaining("rage.nothing");
    }
}
