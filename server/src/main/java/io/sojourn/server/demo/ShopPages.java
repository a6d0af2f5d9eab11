package io.sojourn.server.demo;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The demo shop, as answers to GET requests; whoever serves HTTP mounts it. Any thread may ask, nothing is remembered. The
 * stalls planted in it are listed in this package's README.
 */
public final class ShopPages {
    /** The lamp whose page takes so long that people leave. */
    static final String SLOW_PRODUCT = "atlas-globe";

    private static final Duration SLOW = Duration.ofMillis(3_400);
    private static final int LONGEST_QUERY = 120;
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final Map<String, String> FILES = Map.of(
            "/shop.css", "text/css; charset=utf-8",
            "/favicon.svg", "image/svg+xml",
            "/shop.js", SCRIPT,
            "/route.js", SCRIPT,
            "/cart.js", SCRIPT,
            "/checkout.js", SCRIPT,
            "/letter.js", SCRIPT,
            "/tell.js", SCRIPT);
    private static final Map<String, String> TITLES = Map.of(
            "/about", "About us",
            "/journal/warm-light", "How warm is warm?",
            "/cart", "Your cart",
            "/checkout/contact", "Contact",
            "/checkout/delivery", "Delivery",
            "/checkout/payment", "Payment",
            "/thank-you", "Thank you");
    private static final Map<String, String> PICTURES =
            Map.of("/about", "moor-lantern", "/journal/warm-light", "dune-table", "/thank-you", "firefly-string");

    private final Catalogue catalogue = new Catalogue(ShopFiles.bytes("catalogue.json"));
    private final ShopWindow window = new ShopWindow(catalogue);
    private final String shell;

    /** @param snippet the line of HTML that goes into the head of every page */
    public ShopPages(String snippet) {
        shell = ShopFiles.text("shell.html").replace("<!--sojourn-->", snippet);
    }

    /**
     * Never throws for what a visitor may ask.
     *
     * @param path decoded, starting with a slash
     * @param query as it stood behind the question mark, still encoded; null when there was none
     */
    public ShopAnswer answer(String path, @Nullable String query) {
        String fileType = FILES.get(path);
        if (fileType != null) {
            return new ShopAnswer(200, fileType, ShopFiles.bytes(path.substring(1)), Duration.ZERO);
        }
        if (path.startsWith("/p/")) {
            return catalogue
                    .find(path.substring("/p/".length()))
                    .map(this::product)
                    .orElseGet(this::missing);
        }
        if (path.startsWith("/shop/")) {
            String category = path.substring("/shop/".length());
            String name = Catalogue.CATEGORIES.get(category);
            return name == null ? missing() : list(name, category, catalogue.in(category));
        }
        return switch (path) {
            case "/" -> home();
            case "/shop" -> list("All lamps", "", catalogue.all());
            case "/search" -> search(words(query));
            default -> TITLES.containsKey(path) ? plain(path) : missing();
        };
    }

    private ShopAnswer home() {
        List<Product> all = catalogue.all();
        return page(
                200,
                "Lamps for rooms and roads",
                "home.html",
                Map.of(
                        "hero", window.picture("moor-lantern"),
                        "featured", window.cards(all.subList(1, 5)),
                        "outdoor", window.cards(catalogue.in("outdoor"))));
    }

    private ShopAnswer list(String heading, String category, List<Product> products) {
        return page(
                200,
                heading,
                "list.html",
                Map.of("heading", heading, "chips", window.chips(category), "cards", window.cards(products)));
    }

    private ShopAnswer product(Product product) {
        Map<String, String> words = new HashMap<>(window.words(product));
        words.put("others", window.cards(neighbours(product)));
        ShopAnswer answer = page(200, product.name(), "product.html", words);
        return product.id().equals(SLOW_PRODUCT)
                ? new ShopAnswer(answer.status(), answer.contentType(), answer.bytes(), SLOW)
                : answer;
    }

    /** The next four in the catalogue, round and round. */
    private List<Product> neighbours(Product product) {
        List<Product> all = catalogue.all();
        int place = all.indexOf(product);
        return List.of(1, 2, 3, 4).stream()
                .map(step -> all.get((place + step) % all.size()))
                .toList();
    }

    private ShopAnswer search(String query) {
        List<Product> found = catalogue.search(query);
        String count = found.size() == 1 ? "One lamp." : found.size() + " lamps.";
        return page(
                200,
                "Search",
                found.isEmpty() ? "search-empty.html" : "search.html",
                Map.of("query", query, "count", count, "cards", window.cards(found)));
    }

    private ShopAnswer plain(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1) + ".html";
        String picture = window.picture(PICTURES.getOrDefault(path, ""));
        return page(
                200,
                TITLES.getOrDefault(path, ""),
                file,
                Map.of("picture", picture, "pictures", window.hiddenPictures()));
    }

    private ShopAnswer missing() {
        return page(404, "Nothing here", "missing.html", Map.of());
    }

    private ShopAnswer page(int status, String title, String file, Map<String, String> words) {
        String main = Markup.fill(ShopFiles.text("pages/" + file), words);
        String html = Markup.fill(shell, Map.of("title", title, "main", main));
        return new ShopAnswer(status, HTML, html.getBytes(StandardCharsets.UTF_8), Duration.ZERO);
    }

    /** What stands behind {@code q=}, cut to a bearable length; empty when it cannot be decoded. */
    private static String words(@Nullable String query) {
        Optional<String> encoded = query == null
                ? Optional.empty()
                : List.of(query.split("&")).stream()
                        .filter(part -> part.startsWith("q="))
                        .findFirst();
        try {
            String words = URLDecoder.decode(encoded.orElse("q=").substring(2), StandardCharsets.UTF_8)
                    .strip();
            return words.length() <= LONGEST_QUERY ? words : words.substring(0, LONGEST_QUERY);
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }
}
