package io.sojourn.sessions.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TemplateBudgetTest {
    private static final List<String> FULL = IntStream.range(0, TemplateBudget.MAX_TEMPLATES)
            .mapToObj(i -> "/shop/" + "x".repeat(i % 50) + "/" + "y".repeat(i / 50))
            .toList();

    @Test
    void whileThereIsRoomATemplateIsItself() {
        assertThat(new TemplateBudget(List.of("/a")).admit("/b")).isEqualTo("/b");
    }

    @Test
    void beyondThatItIsCountedUnderItsFirstSegment() {
        TemplateBudget full = new TemplateBudget(FULL);
        assertThat(full.admit("/shop/new")).isEqualTo("/shop/**");
        assertThat(full.admit(FULL.get(7))).isEqualTo(FULL.get(7));
    }

    @Test
    void madeUpAddressesAreCountedTogether() {
        TemplateBudget full = new TemplateBudget(FULL);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            names.add(full.admit("/nonsense" + i + "/x"));
            names.add(full.admit("/nonsense" + i));
        }
        assertThat(names).containsExactly("/**");
    }
}
