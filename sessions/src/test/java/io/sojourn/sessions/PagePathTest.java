package io.sojourn.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagePathTest {
    @ParameterizedTest
    @CsvSource({
        "https://shop.example, /",
        "https://shop.example/p/lamp/?ref=mail#reviews, /p/lamp",
        "https://shop.example/index.html, /",
        "https://shop.example/caf%C3%A9, /café",
        "https://shop.example/app#/cart/7?token=x, /app#/cart/7",
        "https://shop.example/#!/cart, /#!/cart",
        "not an address: %%%, /",
    })
    void aPageIsNamedByItsPathAndItsHashRoute(String url, String path) {
        assertThat(PagePath.of(url)).isEqualTo(path);
    }
}
