package io.sojourn.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ShopPagesTest {
    private static final String LINE = "<script async src=\"https://sojourn.example/s/KEY.js\"></script>";

    private final ShopPages shop = new ShopPages(LINE);

    @Test
    void everyPageAnswersAndCarriesTheLineOnce() {
        for (String path : pages()) {
            ShopAnswer answer = shop.answer(path, null);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(text(answer)).as(path).containsOnlyOnce(LINE).doesNotContain("{{");
        }
    }

    @Test
    void everyLinkAndFileInThePagesLeadsSomewhere() {
        Pattern link = Pattern.compile("(?:href|src|action|data-next)=\"(/[^\"#]*)");
        for (String path : pages()) {
            link.matcher(text(shop.answer(path, null)))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(to -> assertThat(shop.answer(to, null).status())
                            .as(path + " → " + to)
                            .isEqualTo(200));
        }
    }

    @Test
    void everyModuleThatAScriptImportsIsServed() {
        Pattern module = Pattern.compile("from '(/[^']+)'");
        for (String script : List.of("/shop.js", "/cart.js", "/checkout.js", "/route.js", "/letter.js")) {
            module.matcher(text(shop.answer(script, null)))
                    .results()
                    .forEach(found -> assertThat(
                                    shop.answer(found.group(1), null).contentType())
                            .contains("javascript"));
        }
    }

    @Test
    void whatWasSearchedForIsShownAndNeverRun() {
        String page = text(shop.answer("/search", "q=%3Cscript%3Ealert(1)%3C/script%3E%22"));
        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;").doesNotContain("<script>alert");
    }

    @Test
    void aTemplateWordInTheQueryStaysAWord() {
        assertThat(text(shop.answer("/search", "q=%7B%7B%7Bmain%7D%7D%7D"))).contains("{{{main}}}");
    }

    @Test
    void obviousWordsFindNothing() {
        for (String words : List.of("lampshade", "lamps", "lanterns", "replacement+bulb")) {
            assertThat(text(shop.answer("/search", "q=" + words))).contains("0 results");
        }
        assertThat(text(shop.answer("/search", "q=moor+lantern"))).contains("/p/moor-lantern");
    }

    @Test
    void aQueryThatCannotBeDecodedOrIsEndlessStillGetsAPage() {
        for (String query : List.of("q=%zz", "q=" + "a".repeat(100_000), "&&&", "", "q")) {
            assertThat(shop.answer("/search", query).bytes().length).isLessThan(20_000);
        }
    }

    @Test
    void onlyOneProductIsSlow() {
        assertThat(shop.answer("/p/atlas-globe", null).delay()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
        assertThat(shop.answer("/p/dune-table", null).delay()).isZero();
    }

    @Test
    void thereIsNoWayToOtherFiles() {
        for (String path : List.of(
                "/../catalogue.json", "/catalogue.json", "/pages/home.html", "/p/../shell", "/shop/../shop.css", "")) {
            assertThat(shop.answer(path, null).status()).as(path).isEqualTo(404);
        }
    }

    private List<String> pages() {
        List<String> pages = new ArrayList<>(List.of(
                "/",
                "/shop",
                "/about",
                "/journal/warm-light",
                "/cart",
                "/checkout/contact",
                "/checkout/delivery",
                "/checkout/payment",
                "/thank-you",
                "/search"));
        Catalogue.CATEGORIES.keySet().forEach(category -> pages.add("/shop/" + category));
        new Catalogue(ShopFiles.bytes("catalogue.json")).all().forEach(product -> pages.add("/p/" + product.id()));
        return pages;
    }

    private static String text(ShopAnswer answer) {
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }
}
