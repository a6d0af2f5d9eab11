package io.sojourn.sites.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PathPatternTest {
    @Test
    void aStarStandsForOneSegment() {
        PathPattern pattern = new PathPattern("/p/*/reviews");

        assertThat(pattern.matches("/p/lamp/reviews")).isTrue();
        assertThat(pattern.matches("/p/lamp/red/reviews")).isFalse();
        assertThat(pattern.matches("/p//reviews")).isFalse();
    }

    @Test
    void twoStarsStandForAnyRestIncludingNone() {
        PathPattern pattern = new PathPattern("/help/**");

        assertThat(pattern.matches("/help")).isTrue();
        assertThat(pattern.matches("/help/a/b")).isTrue();
        assertThat(pattern.matches("/helpless")).isFalse();
    }

    @Test
    void everythingElseIsMeantAsWritten() {
        assertThat(new PathPattern("/a.b(c)").matches("/a.b(c)")).isTrue();
        assertThat(new PathPattern("/a.b").matches("/axb")).isFalse();
    }

    @Test
    void aPatternBeginsWithASlashAndIsNotAllStars() {
        assertThatThrownBy(() -> new PathPattern("help")).hasMessageContaining("begins with /");
        assertThatThrownBy(() -> new PathPattern("/" + "*a".repeat(20))).hasMessageContaining("too many stars");
    }
}
