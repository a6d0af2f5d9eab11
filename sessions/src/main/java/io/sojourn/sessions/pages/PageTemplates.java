package io.sojourn.sessions.pages;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Paths with what names one thing among many replaced by its kind: {@code /p/123/reviews} is {@code /p/:int/reviews}.
 * E-mail addresses and tokens are replaced too, so a template can be shown to anybody. A hash route is treated as the path
 * it is.
 */
public final class PageTemplates {
    /** Stands for any number of segments; {@code *} alone is what the agent hides (a segment that would tell too much). */
    static final String EVERYTHING = "/**";

    private static final int MAX_LENGTH = 200;
    private static final int MAX_SEGMENTS = 12;

    /** A site has few paths and asks for their templates with every visit; some thirty patterns are tried for each segment. */
    private static final LoadingCache<String, String> KNOWN =
            Caffeine.newBuilder().maximumSize(2_000).build(PageTemplates::read);

    private PageTemplates() {}

    /**
     * The template of a path.
     *
     * @param path as {@link io.sojourn.sessions.PagePath} makes it; beyond {@value #MAX_LENGTH} characters or
     *     {@value #MAX_SEGMENTS} segments its template ends in {@code /**}, and so does that of its hash route
     */
    public static String of(String path) {
        return KNOWN.get(path);
    }

    private static String read(String path) {
        int hash = path.indexOf('#');
        if (hash < 0) {
            return ofPath(path);
        }
        String route = path.substring(hash + 1);
        String bang = route.startsWith("!") ? "!" : "";
        return ofPath(path.substring(0, hash)) + "#" + bang + ofPath(route.substring(bang.length()));
    }

    /** The first segment of a template and everything below it, for when there are too many templates. */
    public static String everythingLike(String template) {
        int second = template.indexOf('/', 1);
        return (second < 0 ? "" : template.substring(0, second)) + EVERYTHING;
    }

    private static String ofPath(String path) {
        List<String> segments = new ArrayList<>();
        int length = 0;
        for (String segment : path.split("/", MAX_SEGMENTS + 2)) {
            String named = named(segment);
            length += named.length() + 1;
            if (length > MAX_LENGTH || segments.size() > MAX_SEGMENTS) {
                return String.join("/", segments) + EVERYTHING;
            }
            segments.add(named);
        }
        return String.join("/", segments);
    }

    /** The parameters of a segment ({@code ;jsessionid=…}) are dropped; a file keeps its extension. */
    private static String named(String segment) {
        int parameters = segment.indexOf(';');
        String whole = parameters < 0 ? segment : segment.substring(0, parameters);
        Optional<SegmentKind> kind = SegmentKind.of(whole);
        if (kind.equals(Optional.of(SegmentKind.EMAIL))) {
            return SegmentKind.EMAIL.name;
        }
        String extension = extension(whole);
        return SegmentKind.of(whole.substring(0, whole.length() - extension.length()))
                .map(stem -> stem.name + extension)
                .or(() -> kind.map(known -> known.name))
                .orElse(whole);
    }

    private static String extension(String segment) {
        int dot = segment.lastIndexOf('.');
        return dot > 0 && segment.substring(dot).matches("\\.[A-Za-z][A-Za-z0-9]{1,4}") ? segment.substring(dot) : "";
    }
}
