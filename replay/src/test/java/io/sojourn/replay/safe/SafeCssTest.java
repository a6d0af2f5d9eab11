package io.sojourn.replay.safe;

import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.replay.css.CssRules;
import io.sojourn.replay.css.CssScanner;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCssTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a{background:url(https://evil.example/x)}",
                "a{background:url( \"https://evil.example/x\" )}",
                "a{background:URL('//evil.example/x')}",
                "a{background:\\75 rl(https://evil.example/x)}",
                "a{background:u\\72l('https://evil.example/x')}",
                "a{background:/**/url(https://evil.example/x)}/**/@import/**/'https://evil.example/y';",
                "@import url(https://evil.example/x);",
                "@\\69\r\nmport 'https://evil.example/x';",
                "@IMPORT \"https://evil.example/x\" layer(a);",
                "a{background:image-set('https://evil.example/x' 1x)}",
                "a{background:-webkit-image-set(url(https://evil.example/x) 1x)}",
                "a{background:image-set(light-dark('https://evil.example/x', none) 1x)}",
                "a{--x:url(https://evil.example/x)}",
                "@namespace url(https://evil.example/x);",
                "@document url(https://evil.example/x){a{top:0}}",
                "@font-face{src:url(https://evil.example/x) format('woff2')}",
                "a{background:url(data:text/html,evil.example)}",
                "a{background:url(data:image/png,x https://evil.example)}",
                "a{background:url('https://evil.example/x",
            })
    void nothingIsFetched(String css) {
        assertThat(SafeCss.clean(css)).doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a{width:expression(alert(1))}",
                "a{width:expr\\65ssion(alert(1))}",
                "a{-moz-binding:url(x)}",
                "a{behavior:url(#x)}",
                "a{b\\65havior : url(#x)}",
            })
    void nothingRuns(String css) {
        assertThat(SafeCss.clean(css).toLowerCase(Locale.ROOT))
                .doesNotContain("expression")
                .doesNotContain("{-moz-binding")
                .doesNotContain("{behavior")
                .containsAnyOf("blocked(", "-blocked");
    }

    @Test
    void anAddressFoundLaterIsNotTakenEither() {
        assertThat(SafeCss.clean("a{--x:'https://e';background:image-set(var(--x) 1x)}"))
                .contains("image-set(blocked(--x)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a{color:red}",
                "@media (width<=600px){.a>.b~c{margin:0 auto}}",
                "a::before{content:\"\\201C x\"}",
                "a{background:url(\"data:image/png;base64,iVBORw0KGgo=\")}",
                "a{filter:url(\"#blur\")}",
                "a{scroll-behavior:smooth}",
                ".behavior:hover{top:0}",
                "@font-face{src:url(\"data:font/woff2;base64,AA==\")}",
                "a{--x:{a:b};width:calc(1px + var(--y,2px))}",
                "a[href^='x']{top:0}",
            })
    void whatHarmsNobodyStaysAsItIs(String css) {
        assertThat(SafeCss.clean(css)).isEqualTo(css);
    }

    @Test
    void aRuleThatGoesLeavesItsPlace() {
        String safe = SafeCss.clean("@charset 'x';@import url(x.css) screen;@namespace svg url(y);a{top:0}b{top:1}");

        assertThat(CssRules.split(safe))
                .containsExactly("@media not all{}", "@media not all{}", "a{top:0}", "b{top:1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\<url(http://evil.example)",
                "ur}l(http://evil.example)",
                "ur@charset;l(http://evil.example)",
                "@)import 'x'"
            })
    void whatIsTakenOutLeavesNoNewWord(String css) {
        assertThat(fetches(SafeCss.clean(css))).isFalse();
    }

    @Test
    void whatIsLeftOpenIsClosed() {
        assertThat(SafeCss.clean("a{b:c(")).isEqualTo("a{b:c()}");
        assertThat(SafeCss.clean("}} a{top:0}")).isEqualTo("   a{top:0}");
        assertThat(SafeCss.clean("a{content:'x")).isEqualTo("a{content:'x'}");
    }

    @Test
    void noStyleElementEndsInsideItsText() {
        assertThat(SafeCss.clean("a{content:'</style><script>'} </style><script>"))
                .doesNotContain("</")
                .doesNotContain("<s");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void cleanTextIsCleanAndBalancedWhateverItWas(long seed) {
        String[] parts = {
            "url(",
            "'",
            "\"",
            "\\",
            "/*",
            "*/",
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "@import ",
            ";",
            "http://evil.example",
            "a",
            ":",
            "<",
            "!",
            "\n",
            "image-set(",
            "data:image/png,",
            " ",
            "#",
            "ur",
            "l(",
            "@",
            "import ",
            "@charset ",
            "-",
            "var(",
            "/"
        };
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder css = new StringBuilder();
            for (int length = random.nextInt(14); length > 0; length--) {
                css.append(parts[random.nextInt(parts.length)]);
            }
            String once = SafeCss.clean(css.toString());
            assertThat(once).as(css.toString()).doesNotContain("</");
            assertThat(fetches(once)).as(css.toString()).isFalse();
            assertThat(SafeCss.clean(once)).as(css.toString()).isEqualToNormalizingWhitespace(once);
        }
    }

    private static boolean fetches(String css) {
        CssScanner scanner = new CssScanner(css);
        boolean fetches = false;
        while (scanner.next()) {
            boolean imports =
                    scanner.kind() == CssScanner.Kind.AT_WORD && scanner.value().equals("import");
            fetches |= imports
                    || scanner.kind() == CssScanner.Kind.URL && scanner.value().contains("http");
        }
        return fetches;
    }
}
