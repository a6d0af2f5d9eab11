package io.sojourn.replay.safe;

import io.sojourn.replay.dom.Kind;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which elements may stand in a replay. One that may not is renamed rather than left out, so that positions, ids and
 * {@code :nth-child} stay true.
 */
final class SafeElements {
    private static final Set<String> HTML = words("""
            html head title body meta link style
            address article aside footer header h1 h2 h3 h4 h5 h6 hgroup main nav section search
            blockquote dd div dl dt figcaption figure hr li menu ol p pre ul center dir
            a abbr acronym b bdi bdo big br cite code data dfn em font i kbd mark nobr q rp rt ruby rb rtc s samp small span
            strike strong sub sup time tt u var wbr del ins marquee
            area audio img map track video iframe picture source canvas
            caption col colgroup table tbody td tfoot th thead tr
            button datalist fieldset form input label legend meter optgroup option output progress select textarea
            selectedcontent details dialog summary slot template
            """);
    private static final Map<String, String> SVG = spellings("""
            svg g defs symbol use title desc metadata style a switch view
            path rect circle ellipse line polyline polygon text tspan textPath image marker mask clipPath pattern
            linearGradient radialGradient stop filter foreignObject animateTransform animateMotion mpath
            feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
            feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode
            feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
            """);
    private static final Set<String> MATHML = words("""
            math mi mn mo ms mtext mspace mrow mfrac msqrt mroot mstyle merror mpadded mphantom msub msup msubsup munder
            mover munderover mmultiscripts mprescripts none mtable mtr mtd maction semantics annotation annotation-xml menclose
            mfenced
            """);
    private static final Map<String, String> RENAMED = Map.ofEntries(
            // Nothing in a template is drawn or run, and it keeps the place.
            Map.entry("script", "template"),
            Map.entry("noscript", "template"),
            Map.entry("noembed", "template"),
            Map.entry("noframes", "template"),
            Map.entry("base", "meta"),
            Map.entry("object", "canvas"),
            Map.entry("embed", "canvas"),
            Map.entry("applet", "canvas"),
            Map.entry("frame", "iframe"),
            Map.entry("frameset", "div"),
            // Browsers read what stands in these as plain text, markup included.
            Map.entry("xmp", "pre"),
            Map.entry("listing", "pre"),
            Map.entry("plaintext", "pre"));
    private static final Pattern CUSTOM = Pattern.compile("[a-z][a-z0-9._]*-[a-z0-9._-]*");
    private static final int LONGEST_CUSTOM = 100;

    private SafeElements() {}

    /** The tag to show instead; the same tag, in its proper spelling, when it is harmless. */
    static String tag(Kind kind, String tag) {
        String lower = tag.toLowerCase(Locale.ROOT);
        return switch (kind) {
            case SVG -> SVG.getOrDefault(lower, "g");
            case MATHML -> MATHML.contains(lower) ? lower : "mrow";
            default -> HTML.contains(lower) || isCustom(lower) ? lower : RENAMED.getOrDefault(lower, "span");
        };
    }

    /** A name no browser knows: inert unless a script defines it, and none runs. */
    static boolean isCustom(String tag) {
        return tag.length() <= LONGEST_CUSTOM && CUSTOM.matcher(tag).matches();
    }

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }

    /** Lower case to proper case: a parser of markup would mend the spelling, and what it makes must be what was judged. */
    private static Map<String, String> spellings(String list) {
        return words(list).stream()
                .collect(Collectors.toUnmodifiableMap(word -> word.toLowerCase(Locale.ROOT), Function.identity()));
    }
}
