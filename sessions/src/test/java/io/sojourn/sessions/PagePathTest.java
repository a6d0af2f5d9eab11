package io.sojourn.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagePathTest {
    @ParameterizedTest
    @CsvSource({
        "https://shop.example/p/lamp?colour=#top, /p/lamp",
        "https://shop.example, /",
        "https://shop.example?a=, /",
        "https://shop.example/p/, /p",
        "https://shop.example/p/index.html, /p",
        "https://shop.example/gr%C3%BC%C3%9Fe, /grüße",
        "https://shop.example/a%20b+c, /a b+c",
        "https://shop.example/app#/cart, /app#/cart",
        "https://shop.example/app#!/cart, /app#!/cart",
        "https://shop.example/app#/cart/7?token=x, /app#/cart/7",
        "https://shop.example/p/lamp/?ref=mail#reviews, /p/lamp",
        "/p/lamp, /p/lamp",
    })
    void thePathNamesThePage(String url, String page) {
        assertThat(PagePath.of(url)).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example/a|b, /a|b",
        "https://shop.example/a[1], /a[1]",
        "https://shop.example/s?q={x}, /s",
        "https://shop.example/s?font=a|b, /s",
        "https://shop.example/100%, /100%",
        "https://shop_1.example/p, /p",
        "https://shop.example/app#/a|b, /app#/a|b",
    })
    void addressesOnlyBrowsersAcceptKeepTheirPath(String url, String page) {
        assertThat(PagePath.of(url)).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "javascript:alert()", "file:///etc/passwd", "data:text/html,x"})
    void whatIsNoWebAddressIsTheFrontPage(String url) {
        assertThat(PagePath.of(url)).isEqualTo("/");
    }

    @Test
    void aLongPathIsCutBetweenCharacters() {
        String page = PagePath.of("https://shop.example/" + "😀".repeat(400));

        assertThat(page).hasSizeLessThanOrEqualTo(512).endsWith("😀");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(page)).isTrue();
    }
}
