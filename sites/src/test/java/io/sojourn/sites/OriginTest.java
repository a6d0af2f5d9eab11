package io.sojourn.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OriginTest {
    @Test
    void whatOwnersTypeBecomesWhatBrowsersSend() {
        assertThat(Origin.of(" Shop.Example/cart?x=1 ").text()).isEqualTo("https://shop.example");
        assertThat(Origin.of("https://shop.example:443").text()).isEqualTo("https://shop.example");
        assertThat(Origin.of("http://localhost:8080/").text()).isEqualTo("http://localhost:8080");
    }

    @Test
    void whatIsNoWebAddressIsRefusedWithASentence() {
        for (String typed : new String[] {"", "ftp://shop.example", "javascript://x", "shop example", "https://"}) {
            assertThatThrownBy(() -> Origin.of(typed))
                    .as(typed)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is not a web address");
        }
    }
}
