package io.sojourn.server.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One lamp.
 *
 * @param category a key of {@link Catalogue#CATEGORIES}
 * @param tone the style class of the ground its picture stands on
 * @param cents the price in euro cents
 */
record Product(
        String id,
        String name,
        String category,
        String tone,
        int cents,
        Stock stock,
        List<String> sizes,
        String tagline,
        String story,
        List<String> facts) {
    enum Stock {
        IN_STOCK,
        FEW,
        SOLD_OUT
    }

    Product(
            String id,
            String name,
            String category,
            String tone,
            int cents,
            Stock stock,
            @Nullable List<String> sizes,
            String tagline,
            String story,
            List<String> facts) {
        this.id = id;
        this.name = name;
        this.category = category;
        this.tone = tone;
        this.cents = cents;
        this.stock = stock;
        this.sizes = sizes == null ? List.of() : List.copyOf(sizes);
        this.tagline = tagline;
        this.story = story;
        this.facts = List.copyOf(facts);
    }

    String price() {
        return "%d.%02d €".formatted(cents / 100, cents % 100);
    }
}
