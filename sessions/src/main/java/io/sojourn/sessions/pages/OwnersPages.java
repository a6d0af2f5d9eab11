package io.sojourn.sessions.pages;

import io.sojourn.sites.rules.PageRule;
import java.util.List;
import java.util.function.IntFunction;

/** The owner's rules in their order, and what the address itself tells where none of them fits (SIGNALS 13). */
public final class OwnersPages implements PageNaming {
    private final IntFunction<List<PageRule>> rules;

    /** @param rules of a site */
    public OwnersPages(IntFunction<List<PageRule>> rules) {
        this.rules = rules;
    }

    @Override
    public String template(int site, String path) {
        for (PageRule rule : rules.apply(site)) {
            if (rule.pattern().matches(path)) {
                return rule.name();
            }
        }
        return PageTemplates.of(path);
    }
}
