package io.sojourn.sessions.pages;

import java.util.HashSet;
import java.util.Set;

/**
 * Keeps the templates of one site few enough to read (SIGNALS 13.6): beyond {@value #MAX_TEMPLATES} a new one is counted
 * under its first segment when templates below it are known already, and with everything else when not. So there are never
 * more than twice as many, whatever addresses a sender makes up. One thread.
 */
public final class TemplateBudget {
    static final int MAX_TEMPLATES = 2_000;

    private final Set<String> known = new HashSet<>();
    private final Set<String> prefixes = new HashSet<>();

    /** @param known what the site's templates are called so far */
    public TemplateBudget(Iterable<String> known) {
        known.forEach(this::add);
    }

    /** What this template is called from now on: itself, if there is room or it is known. */
    public String admit(String template) {
        String admitted = template;
        if (!known.contains(template) && known.size() >= MAX_TEMPLATES) {
            String prefix = PageTemplates.everythingLike(template);
            admitted = prefixes.contains(prefix) ? prefix : PageTemplates.EVERYTHING;
        }
        add(admitted);
        return admitted;
    }

    private void add(String template) {
        known.add(template);
        prefixes.add(PageTemplates.everythingLike(template));
    }
}
