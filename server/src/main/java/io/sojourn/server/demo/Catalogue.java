package io.sojourn.server.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** The lamps of the shop, in the order they are shown. Immutable. */
final class Catalogue {
    /** The names of the categories by their key in addresses. */
    static final Map<String, String> CATEGORIES = new TreeMap<>(Map.of(
            "ceiling", "Ceiling and wall", "desk", "Desk", "floor", "Floor", "outdoor", "Outdoor", "table", "Table"));

    private final List<Product> products;

    Catalogue(byte[] json) {
        products = List.of(JsonMapper.builder().build().readValue(json, Product[].class));
    }

    List<Product> all() {
        return products;
    }

    List<Product> in(String category) {
        return products.stream()
                .filter(product -> product.category().equals(category))
                .toList();
    }

    Optional<Product> find(String id) {
        return products.stream().filter(product -> product.id().equals(id)).findFirst();
    }

    /**
     * Lamps that have every word of the query among their own. Whole words only, so that "lamps" or "lanterns" find nothing:
     * one of the stalls that the demo shows.
     */
    List<Product> search(String query) {
        List<String> wanted = words(query);
        return wanted.isEmpty()
                ? List.of()
                : products.stream()
                        .filter(product -> wordsOf(product).containsAll(wanted))
                        .toList();
    }

    private static List<String> wordsOf(Product product) {
        return words(String.join(" ", product.name(), product.category(), product.tagline()));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
