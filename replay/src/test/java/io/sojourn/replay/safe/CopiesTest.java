package io.sojourn.replay.safe;

import static io.sojourn.replay.script.Tree.html;
import static io.sojourn.replay.script.Tree.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.replay.Contents;
import io.sojourn.replay.Playback;
import io.sojourn.replay.script.Agent;
import io.sojourn.replay.script.Visit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CopiesTest {
    private static final AssetCopies COPIES = new AssetCopies() {
        @Override
        public @Nullable String copyOf(String address) {
            return address.contains("kept") ? "/a/1/2" : null;
        }

        @Override
        public @Nullable String sheet(String hash) {
            return hash.startsWith("a")
                    ? "p { background: url(\"https://shop.example/kept.png\"); } @import \"x\";"
                    : null;
        }

        @Override
        public String whyNot(String address) {
            return "its server answered 404";
        }
    };

    @Test
    void picturesAndFontsOfTheWebBecomeOurCopies() {
        assertThat(SafeCss.clean("a { background: url(https://x.example/kept.png) }", COPIES))
                .contains("url(\"/a/1/2\")");
        assertThat(SafeCss.clean("@font-face { src: url(\"https://x.example/kept.woff2\") format(\"woff2\") }", COPIES))
                .contains("url(\"/a/1/2\")");
        assertThat(SafeCss.clean("a { background: image-set(\"https://x.example/kept.png\" 1x) }", COPIES))
                .contains("\"/a/1/2\"");
        assertThat(SafeCss.clean("a { background: url(https://x.example/lost.png) }", COPIES))
                .doesNotContain("x.example")
                .contains("data:,");
    }

    @Test
    void nobodyReachesOurCopiesByNamingThem() {
        assertThat(SafeCss.clean("a { background: url(/a/1/2) }", COPIES)).doesNotContain("/a/1/2");
        assertThat(SafeAttributes.of("img", "src", "/a/1/2", COPIES).get(0).value())
                .isNull();
        assertThat(SafeAttributes.of("img", "src", "javascript:kept", COPIES)
                        .get(0)
                        .value())
                .isNull();
    }

    @Test
    void aPictureThatIsNotToBeHadIsAGapWithItsReason() {
        Visit visit = Visit.document(5)
                .at(
                        0,
                        new Agent()
                                .snapshot(page(
                                        html("img").with("src", "https://shop.example/lost.png?w=1"),
                                        html("img").with("src", "https://shop.example/kept.png"))));
        Playback playback = Playback.of(null, Visit.playback(visit), COPIES);

        assertThat(playback.htmlAt(0).orElseThrow()).contains("src=\"/a/1/2\"").contains("data-sojourn-gap=\"image\"");
        assertThat(playback.contents().gaps())
                .singleElement()
                .isEqualTo(new Contents.Missing(
                        0,
                        null,
                        "asset",
                        "A picture or font is not shown: its server answered 404 (https://shop.example/lost.png).",
                        "0000000000000005",
                        "asset"));
    }

    @Test
    void aSheetThatCameUnderItsHashIsPutBackAndCleaned() {
        String known = "a".repeat(32);
        String unknown = "b".repeat(32);
        Visit visit = Visit.document(5)
                .at(
                        0,
                        new Agent()
                                .snapshot(page(
                                        html("link").with("=sheet", known),
                                        html("style").with("=sheet", unknown))));
        String html = Playback.of(null, Visit.playback(visit), COPIES).htmlAt(0).orElseThrow();

        assertThat(html).contains("background: url(\"/a/1/2\")").doesNotContain("@import");
        assertThat(html).contains("data-sojourn-gap=\"css\"");
    }
}
