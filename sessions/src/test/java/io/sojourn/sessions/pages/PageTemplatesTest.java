package io.sojourn.sessions.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTemplatesTest {
    @ParameterizedTest
    @CsvSource({
        "/12345, /:int",
        "/p/1/reviews, /p/:int/reviews",
        "/2024/05/12/a-day-out, /:int/:int/:int/a-day-out",
        "/SKU12345, /:code",
        "/lamp-48213, /:code",
        "/Lamp-48213, /:code",
        "/h264, /:code",
        "/+49 170 1234567, /:code",
        "/aB3dE9fGh2, /:token",
        "/AbCdXyZqRsTuVwXyZaBc, /:token",
        "/watch/dQw4w9WgXcQ, /watch/:token",
        "/reset/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVPmB92K27uhbUJU1p1r, /reset/:token",
        "/o/123e4567-e89b-12d3-a456-426614174000, /o/:uuid",
        "/commit/9fceb02d, /commit/:hex",
        "/u/507f1f77bcf86cd799439011/edit, /u/:hex/edit",
        "/news/2024-05-12, /news/:date",
        "/news/12.05.2024, /news/:date",
        "/archive/2024-05, /archive/:date",
    })
    void whatNamesOneThingAmongManyIsReplacedByItsKind(String path, String template) {
        assertThat(PageTemplates.of(path)).isEqualTo(template);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/terms-and-conditions",
                "/top10",
                "/GitHub",
                "/v2",
                "/v2.10.4/docs",
                "/iphone-15-pro",
                "/iPhone-15-Pro-Max",
                "/mp3",
                "/ab12",
                "/API",
                "/room101",
                "/en-US/help",
                "/es-419",
                "/zh-Hans-CN",
                "/Terms-And-Conditions-Of-Sale",
                "/getCustomerAccountDetails",
                "/über-uns",
                "/商品/ランプ",
                "/@jane",
                "/order/*/thanks",
                "/docs/setup.html",
            })
    void wordsLocalesAndVersionsStay(String path) {
        assertThat(PageTemplates.of(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "/unsubscribe/jane.doe@example.com, /unsubscribe/:email",
        "/unsubscribe/jane@example.com;now=1, /unsubscribe/:email",
        "/cart;jsessionid=1A2B3C4D, /cart",
        "/verify/Zk9-x_Q2bR7tLw0a, /verify/:token",
    })
    void whatIsPersonalOrSecretDoesNotStandInATemplate(String path, String template) {
        assertThat(PageTemplates.of(path)).isEqualTo(template);
    }

    @ParameterizedTest
    @CsvSource({
        "/p/123.html, /p/:int.html",
        "/p/4567.html, /p/:int.html",
        "/invoice-2024117.pdf, /:code.pdf",
    })
    void aFileKeepsItsExtension(String path, String template) {
        assertThat(PageTemplates.of(path)).isEqualTo(template);
    }

    @ParameterizedTest
    @CsvSource({"/app#/users/12, /app#/users/:int", "/#!/p/77, /#!/p/:int"})
    void aHashRouteIsAPathToo(String path, String template) {
        assertThat(PageTemplates.of(path)).isEqualTo(template);
    }

    @Test
    void deepAndLongPathsEndInAnything() {
        assertThat(PageTemplates.of("/a".repeat(12))).isEqualTo("/a".repeat(12));
        assertThat(PageTemplates.of("/a".repeat(13))).isEqualTo("/a".repeat(12) + "/**");
        assertThat(PageTemplates.of("/shop/" + "word".repeat(60))).isEqualTo("/shop/**");
        assertThat(PageTemplates.of("/" + "word".repeat(60))).isEqualTo("/**");
    }

    @Test
    void everyPathHasATemplateAndATemplateIsItsOwn() {
        Random random = new Random(13);
        for (int run = 0; run < 5_000; run++) {
            String template = PageTemplates.of("/" + anything(random));
            assertThat(template).startsWith("/").hasSizeLessThan(2 * 210);
            assertThat(PageTemplates.of(template)).isEqualTo(template);
        }
    }

    private static String anything(Random random) {
        String letters = "aZ09fF-_.;/#!@: é日\u0000%*";
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(80); length > 0; length--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
