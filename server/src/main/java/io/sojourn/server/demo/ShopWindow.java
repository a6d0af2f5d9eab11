package io.sojourn.server.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows lamps as HTML: cards, the panel one buys from, pictures. Immutable. */
final class ShopWindow {
    private final Map<String, String> pictures = new HashMap<>();
    private final List<Product> products;

    ShopWindow(Catalogue catalogue) {
        products = catalogue.all();
        products.forEach(product -> pictures.put(
                product.id(), ShopFiles.text("art/" + product.id() + ".svg").strip()));
    }

    /** The drawing of a lamp that is in the catalogue. */
    String picture(String id) {
        return pictures.getOrDefault(id, "");
    }

    String cards(List<Product> shown) {
        return each(shown, this::card);
    }

    /** Hidden pictures of all lamps, from which the cart takes its own. */
    String hiddenPictures() {
        return each(
                products,
                product -> Markup.fill(
                        "<div class=\"art picture {{tone}}\" id=\"picture-{{id}}\">{{{art}}}</div>", words(product)));
    }

    String chips(String current) {
        return chip("/shop", "Everything", current.isEmpty())
                + Catalogue.CATEGORIES.entrySet().stream()
                        .map(entry -> chip(
                                "/shop/" + entry.getKey(),
                                entry.getValue(),
                                entry.getKey().equals(current)))
                        .collect(Collectors.joining());
    }

    /** All words that the template of a product page asks for, but its neighbours. */
    Map<String, String> words(Product product) {
        Map<String, String> words = new HashMap<>();
        words.put("id", product.id());
        words.put("name", product.name());
        words.put("category", product.category());
        words.put("categoryName", Catalogue.CATEGORIES.getOrDefault(product.category(), product.category()));
        words.put("tone", product.tone());
        words.put("tagline", product.tagline());
        words.put("story", product.story());
        words.put("price", product.price());
        words.put("cents", Integer.toString(product.cents()));
        words.put("art", picture(product.id()));
        words.put("buy", buy(product));
        words.put("facts", each(product.facts(), fact -> "<li>" + Markup.escape(fact) + "</li>"));
        return words;
    }

    private String card(Product product) {
        return Markup.fill(
                "<a class=\"card\" href=\"/p/{{id}}\" aria-label=\"{{name}}, {{price}}\" data-route><div class=\"art {{tone}}\">{{{art}}}</div>"
                        + "<b>{{name}}</b><em>{{price}}</em><span>{{tagline}}</span></a>",
                words(product));
    }

    /** Both "Notify me" and "Size guide" look alive and do nothing: stalls that the demo shows. */
    private static String buy(Product product) {
        return switch (product.stock()) {
            case SOLD_OUT ->
                "<div class=\"buy\"><p class=\"gone\">Sold out until the next batch</p>"
                        + "<button class=\"button\" type=\"button\">Notify me when it is back</button></div>";
            case FEW -> "<div class=\"buy\">" + add(product) + "<span class=\"few\">Only three left</span></div>";
            case IN_STOCK -> "<div class=\"buy\">" + sizes(product) + add(product) + "</div>";
        };
    }

    private static String add(Product product) {
        return Markup.fill(
                "<button class=\"button\" type=\"button\" data-add=\"{{id}}\" data-name=\"{{name}}\" data-cents=\"{{cents}}\">"
                        + "Add to cart</button>",
                Map.of("id", product.id(), "name", product.name(), "cents", Integer.toString(product.cents())));
    }

    private static String sizes(Product product) {
        return product.sizes().isEmpty()
                ? ""
                : "<select name=\"size\" aria-label=\"Size\">"
                        + each(product.sizes(), size -> "<option>" + Markup.escape(size) + "</option>")
                        + "</select><button class=\"link\" type=\"button\">Size guide</button>";
    }

    private static String chip(String address, String name, boolean current) {
        return "<a href=\"" + address + "\" data-route" + (current ? " aria-current=\"page\"" : "") + ">"
                + Markup.escape(name) + "</a>";
    }

    private static <T> String each(List<T> things, Function<T, String> shown) {
        return things.stream().map(shown).collect(Collectors.joining("\n"));
    }
}
