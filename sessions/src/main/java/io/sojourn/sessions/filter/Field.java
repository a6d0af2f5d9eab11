package io.sojourn.sessions.filter;

import java.util.Locale;
import java.util.Set;

/** What can be asked of a session; docs/filters.md says each in words. */
public enum Field {
    // of the visit
    CLASS(Kind.TEXT),
    VISITOR(Kind.VISITOR),
    USER(Kind.TEXT),
    NEW(Kind.YES_NO),
    BROWSER(Kind.TEXT),
    OS(Kind.TEXT),
    DEVICE(Kind.TEXT),
    LANGUAGE(Kind.TEXT),
    COUNTRY(Kind.TEXT),
    REFERRER(Kind.TEXT),
    CHANNEL(Kind.TEXT),
    SOURCE(Kind.TEXT),
    MEDIUM(Kind.TEXT),
    CAMPAIGN(Kind.TEXT),
    CLICKS(Kind.NUMBER),
    PAGES(Kind.NUMBER),
    DEPTH(Kind.NUMBER),
    LOOPS(Kind.NUMBER),
    DURATION(Kind.NUMBER),
    ENGAGED(Kind.NUMBER),
    GOALS(Kind.NUMBER),
    ORDERS(Kind.NUMBER),
    SEARCHES(Kind.NUMBER),
    ERRORS(Kind.NUMBER),
    GAPS(Kind.NUMBER),
    STALLS(Kind.NUMBER),
    BOUNCE(Kind.YES_NO),
    ENDED(Kind.YES_NO),
    RECORDED(Kind.YES_NO),
    // of its page views
    PAGE(Kind.TEXT),
    ENTRY(Kind.TEXT),
    EXIT(Kind.TEXT),
    TITLE(Kind.TEXT),
    NOT_FOUND(Kind.YES_NO),
    // of its events; where a page may be named, it stands behind an @: event:is:order@/cart
    EVENT(Kind.TEXT),
    ELEMENT(Kind.TEXT),
    SEARCH(Kind.TEXT),
    ERROR(Kind.TEXT),
    GOAL(Kind.TEXT),
    // of its signals
    SIGNAL(Kind.TEXT);

    final Kind kind;

    Field(Kind kind) {
        this.kind = kind;
    }

    /** The name on the outside. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Set<Op> ops() {
        return kind.ops;
    }
}
