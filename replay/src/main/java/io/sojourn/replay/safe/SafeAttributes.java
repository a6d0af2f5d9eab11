package io.sojourn.replay.safe;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an attribute of a recorded element becomes in a replay. */
final class SafeAttributes {
    /** Stands for the {@code href} of a link, so that it can look like one and lead nowhere. */
    static final String LINK = "data-sojourn-link";

    private static final String GAP = "=gap";
    private static final String SHEET_TEXT = "=css";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}");
    private static final Set<String> LINKS = Set.of("a", "area");
    private static final Set<String> IMAGES = Set.of("img", "input");
    private static final Set<String> MEDIA = Set.of("video", "audio");
    private static final Set<String> SVG_IMAGES = Set.of("image", "feimage");
    private static final Set<String> FLAGS =
            Set.of("=checked", "=indeterminate", "=selected", "=modal", "=popover", "=blocked");
    private static final Set<String> LENGTHS = Set.of("=x", "=y", "=width", "=height");
    /** Attributes that are style declarations by another name, and so may hold {@code url(…)}. */
    private static final Set<String> STYLING = Set.of(
            "fill",
            "stroke",
            "mask",
            "filter",
            "cursor",
            "clip-path",
            "marker",
            "marker-start",
            "marker-mid",
            "marker-end");

    private static final Pattern LENGTH = Pattern.compile("-?[0-9]{1,7}(\\.[0-9]{1,4})?");
    private static final Pattern WORD = Pattern.compile("[a-z-]{1,32}");
    private static final Pattern WEB = Pattern.compile("https?://[^\\s\"'<>]*", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_LINK = 2_000;

    private SafeAttributes() {}

    /** @param value absent to remove the attribute */
    record Change(String name, @Nullable String value) {}

    /** What to set and remove instead; empty when the attribute has no place in a replay. */
    static List<Change> of(String tag, String name, @Nullable String value) {
        return of(tag, name, value, AssetCopies.NONE);
    }

    /** @param copies what pictures of the web are replaced by */
    static List<Change> of(String tag, String name, @Nullable String value, AssetCopies copies) {
        String element = tag.toLowerCase(Locale.ROOT);
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("=")) {
            return state(element, name, value, copies);
        }
        return switch (lower) {
            case "href", "xlink:href" -> href(element, value, copies);
            case "src" -> source(element, value, copies);
            case "poster" -> element.equals("video") ? image("poster", value, null, copies) : List.of();
            case "style" -> one("style", value == null ? null : SafeCss.clean(value, copies));
            default -> AttributeNames.isSafe(element, name) ? one(name, harmless(lower, value, copies)) : List.of();
        };
    }

    private static List<Change> state(String tag, String name, @Nullable String value, AssetCopies copies) {
        boolean hasSheet = tag.equals("style") || tag.equals("link");
        if (name.equals(SHEET_TEXT)) {
            return hasSheet ? one(name, value == null ? null : SafeCss.clean(value, copies)) : List.of();
        }
        if (name.equals("=sheet")) {
            return hasSheet && value != null && HASH.matcher(value).matches() ? sheet(value, copies) : List.of();
        }
        if (name.equals("=value")) {
            return one(name, value);
        }
        if (value == null) {
            return FLAGS.contains(name) || LENGTHS.contains(name) || name.equals(GAP) ? one(name, null) : List.of();
        }
        boolean known = FLAGS.contains(name) && value.equals("1")
                || LENGTHS.contains(name) && LENGTH.matcher(value).matches()
                || name.equals(GAP) && WORD.matcher(value).matches();
        return known ? one(name, value) : List.of();
    }

    /** A sheet that came apart from the page, under its hash. */
    private static List<Change> sheet(String hash, AssetCopies copies) {
        String text = copies.sheet(hash);
        return text == null
                ? List.of(new Change(SHEET_TEXT, null), new Change(GAP, "css"))
                : List.of(new Change(SHEET_TEXT, SafeCss.clean(text, copies)), new Change(GAP, null));
    }

    private static List<Change> href(String tag, @Nullable String value, AssetCopies copies) {
        if (LINKS.contains(tag)) {
            boolean web = value != null
                    && value.length() <= LONGEST_LINK
                    && WEB.matcher(value).matches();
            return one(LINK, value == null ? null : web ? value : "");
        }
        if (SVG_IMAGES.contains(tag)) {
            return image("href", value, "image", copies);
        }
        boolean inDocument = value != null && value.startsWith("#");
        return tag.equals("link") ? List.of() : one("href", inDocument ? value : null);
    }

    private static List<Change> source(String tag, @Nullable String value, AssetCopies copies) {
        if (IMAGES.contains(tag)) {
            return image("src", value, "image", copies);
        }
        return MEDIA.contains(tag) ? one(GAP, value == null ? null : "media") : List.of();
    }

    private static List<Change> image(String name, @Nullable String value, @Nullable String gap, AssetCopies copies) {
        String shown = value == null || SafeAddress.isImage(value) ? value : SafeAddress.copy(value, copies);
        Change address = new Change(name, shown);
        return gap == null
                ? List.of(address)
                : List.of(address, new Change(GAP, shown != null || value == null ? null : gap));
    }

    private static @Nullable String harmless(String name, @Nullable String value, AssetCopies copies) {
        if (value == null || SafeAddress.isScript(value)) {
            return null;
        }
        boolean leadsOut = name.equals("usemap") && !value.startsWith("#");
        boolean animatesMore = name.equals("attributename") && !value.equals("transform");
        if (leadsOut || animatesMore) {
            return null;
        }
        return STYLING.contains(name) ? SafeCss.clean(value, copies) : value;
    }

    private static List<Change> one(String name, @Nullable String value) {
        return List.of(new Change(name, value));
    }
}
