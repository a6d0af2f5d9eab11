package io.sojourn.replay.safe;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which attributes may stand in a replay by their name alone; what may stand in them is {@link SafeAttributes}'s to say. */
final class AttributeNames {
    private static final Set<String> HTML = words("""
            class id title lang dir role hidden tabindex draggable spellcheck translate inert slot part exportparts popover open
            for type value placeholder checked selected disabled readonly required multiple min max step size rows cols maxlength
            minlength wrap label list low high optimum start reversed span colspan rowspan headers scope abbr name
            width height align valign bgcolor color face border cellpadding cellspacing hspace vspace clear nowrap noshade rules
            frame compact alt controls media rel content datetime shape coords usemap kind srclang default text link vlink alink
            direction behavior scrollamount
            """);
    private static final Set<String> SVG = words("""
            viewbox preserveaspectratio d x y x1 x2 y1 y2 cx cy r rx ry fx fy fr points transform fill stroke opacity mask filter
            offset gradientunits gradienttransform spreadmethod patternunits patterncontentunits patterntransform maskunits
            maskcontentunits clippathunits markerwidth markerheight markerunits refx refy orient dx dy textlength lengthadjust
            rotate startoffset spacing pathlength in in2 result mode values operator k1 k2 k3 k4 stddeviation tablevalues
            slope intercept amplitude exponent basefrequency numoctaves seed stitchtiles scale xchannelselector ychannelselector
            order kernelmatrix divisor bias targetx targety edgemode preservealpha surfacescale diffuseconstant specularconstant
            specularexponent limitingconeangle azimuth elevation pointsatx pointsaty pointsatz z radius filterunits
            primitiveunits overflow display visibility cursor version dur begin end repeatcount repeatdur from to by keytimes
            keysplines calcmode attributename attributetype additive accumulate path keypoints origin systemlanguage
            """);
    private static final Set<String> MATHML = words("""
            mathvariant displaystyle scriptlevel linethickness lspace rspace stretchy symmetric fence separator accent
            accentunder largeop movablelimits columnalign rowalign columnspacing rowspacing columnspan columnlines rowlines
            notation close separators depth voffset mathsize mathcolor mathbackground minsize maxsize bevelled numalign denomalign
            """);
    /** Never, not even on elements that no browser knows. */
    private static final Set<String> DENIED = words("""
            href src srcset imagesrcset srcdoc action formaction ping target background poster data manifest codebase archive
            cite longdesc profile classid is nonce integrity http-equiv accept-charset sandbox allow csp autofocus autoplay
            contenteditable shadowrootmode shadowroot form attributionsrc
            """);
    /** Elements whose name a page's scripts, and a player's, would find as a property of the document. */
    private static final Set<String> NAMED_BY_DOCUMENT = words("img form iframe");

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.:-]*");
    private static final int LONGEST = 100;

    private AttributeNames() {}

    static boolean isSafe(String tag, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (name.length() > LONGEST
                || !NAME.matcher(name).matches()
                || lower.startsWith("on")
                || DENIED.contains(lower)) {
            return false;
        }
        if (lower.equals("name") && NAMED_BY_DOCUMENT.contains(tag)) {
            return false;
        }
        if (lower.indexOf(':') >= 0) {
            return lower.equals("xml:space") || lower.equals("xml:lang");
        }
        // Browsers give these no meaning of their own, except aria- and SVG's styling; frameworks hang styles on them.
        boolean custom = lower.indexOf('-') > 0 || lower.startsWith("_") || SafeElements.isCustom(tag);
        return custom || HTML.contains(lower) || SVG.contains(lower) || MATHML.contains(lower);
    }

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }
}
