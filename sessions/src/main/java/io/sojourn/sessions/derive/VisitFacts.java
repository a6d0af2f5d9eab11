package io.sojourn.sessions.derive;

import static io.sojourn.sessions.derive.FactTable.Type.BIGINT;
import static io.sojourn.sessions.derive.FactTable.Type.BOOLEAN;
import static io.sojourn.sessions.derive.FactTable.Type.DOUBLE;
import static io.sojourn.sessions.derive.FactTable.Type.INTEGER;
import static io.sojourn.sessions.derive.FactTable.Type.VARCHAR;
import static io.sojourn.sessions.derive.FactTable.column;

import java.util.List;

/**
 * The tables every report builds on. Each has {@code site} and {@code session} before the columns named here. Times are epoch
 * ms, durations {@code _ms}; pages and elements are ids of the dimension tables; empty text means unknown.
 */
public final class VisitFacts {
    /**
     * One row a session. Page views that were never looked at count nowhere but in {@code unseen_views}.
     *
     * <ul>
     *   <li>{@code visitor}: 32 hex digits, null without consent. {@code class}: a {@link io.sojourn.sessions.VisitorClass}
     *       key. {@code user_key}: what the site identified the visitor by, the last one. Whether a visitor is new is asked over
     *       all visits (filter {@code new}), because one session cannot know.
     *   <li>{@code ended}: false while more is expected; rates about leaving count ended ones only.
     *   <li>{@code wall_ms}, {@code visible_ms}, {@code engaged_ms}: the three times of SIGNALS 3.5, summed over page views.
     *   <li>{@code engaged}, {@code bounce} (its opposite), {@code bounce_ga4}, {@code single_page}: SIGNALS 3.6.
     *   <li>{@code depth}: different templates looked at. {@code loops}: page loops (3.8). {@code tabs}: browser tabs.
     *   <li>{@code entry_page}, {@code exit_page}: first and last page looked at; null when no page view arrived.
     *   <li>{@code referrer_class}: none, internal, search, social, mail, ai, site. {@code channel}: direct, search, paid,
     *       social, email, ai, referral, campaign. {@code source}, {@code medium}, {@code campaign}.
     *   <li>{@code goals}: how many different goals were reached. {@code orders}, {@code order_value}: what was bought.
     *       {@code searches}, {@code errors} (of scripts and requests).
     *   <li>{@code has_recording}: what the page said; whether some of it is still kept, {@code kept_session} knows.
     *   <li>{@code device}: desktop, tablet, mobile, by the first viewport. {@code automated}: the class is not person.
     *       {@code gaps}: holes in the events.
     * </ul>
     */
    public static final FactTable VISIT = new FactTable(
            "visit",
            List.of(
                    column("visitor", VARCHAR),
                    column("started_at", BIGINT),
                    column("ended_at", BIGINT),
                    column("ended", BOOLEAN),
                    column("engaged_ms", BIGINT),
                    column("page_views", INTEGER),
                    column("clicks", INTEGER),
                    column("entry_page", BIGINT),
                    column("exit_page", BIGINT),
                    column("device", VARCHAR),
                    column("browser", VARCHAR),
                    column("os", VARCHAR),
                    column("language", VARCHAR),
                    column("country", VARCHAR),
                    column("automated", BOOLEAN),
                    column("has_recording", BOOLEAN),
                    column("gaps", INTEGER),
                    column("class", VARCHAR),
                    column("user_key", VARCHAR),
                    column("wall_ms", BIGINT),
                    column("visible_ms", BIGINT),
                    column("unseen_views", INTEGER),
                    column("engaged", BOOLEAN),
                    column("bounce", BOOLEAN),
                    column("bounce_ga4", BOOLEAN),
                    column("single_page", BOOLEAN),
                    column("depth", INTEGER),
                    column("loops", INTEGER),
                    column("tabs", INTEGER),
                    column("referrer_class", VARCHAR),
                    column("channel", VARCHAR),
                    column("source", VARCHAR),
                    column("medium", VARCHAR),
                    column("campaign", VARCHAR),
                    column("goals", INTEGER),
                    column("orders", INTEGER),
                    column("order_value", DOUBLE),
                    column("searches", INTEGER),
                    column("errors", INTEGER)));

    /**
     * One row a page view. {@code number} counts them from 0 in a visit; {@code document} and {@code tab} are the wire's ids.
     * {@code seen}: it was looked at; others are neither entrance nor exit. {@code status}: of the answer that brought the
     * document, 0 unknown; {@code not_found}: the page says so of itself, or its status does. {@code navigation}: navigate,
     * reload, back_forward, bfcache, prerender or spa. {@code deepest}: lowest edge seen, CSS px of {@code document_height}.
     * {@code looped}: part of a page loop.
     */
    public static final FactTable PAGE_VIEW = new FactTable(
            "page_view",
            List.of(
                    column("document", BIGINT),
                    column("number", INTEGER),
                    column("page", BIGINT),
                    column("url", VARCHAR),
                    column("title", VARCHAR),
                    column("started_at", BIGINT),
                    column("ended_at", BIGINT),
                    column("engaged_ms", BIGINT),
                    column("visible_ms", BIGINT),
                    column("device", VARCHAR),
                    column("clicks", INTEGER),
                    column("seen", BOOLEAN),
                    column("recorded", BOOLEAN),
                    column("tab", BIGINT),
                    column("wall_ms", BIGINT),
                    column("status", INTEGER),
                    column("not_found", BOOLEAN),
                    column("navigation", VARCHAR),
                    column("entrance", BOOLEAN),
                    column("exit", BOOLEAN),
                    column("looped", BOOLEAN),
                    column("viewport_width", INTEGER),
                    column("viewport_height", INTEGER),
                    column("document_height", INTEGER),
                    column("deepest", INTEGER),
                    column("errors", INTEGER)));

    /**
     * One row a thing done or gone wrong. {@code number} is that of its page view. Kinds and what their columns hold:
     *
     * <table>
     *   <caption>kinds</caption>
     *   <tr><th>kind</th><th>name</th><th>value</th><th>detail</th></tr>
     *   <tr><td>click</td><td></td><td></td><td></td></tr>
     *   <tr><td>input</td><td>field</td><td>edits</td><td></td></tr>
     *   <tr><td>submit</td><td>form</td><td></td><td></td></tr>
     *   <tr><td>submit_failed, submit_succeeded</td><td>form</td><td></td><td>reason</td></tr>
     *   <tr><td>field_error</td><td>field</td><td></td><td>form</td></tr>
     *   <tr><td>goal, track</td><td>the site's name</td><td></td><td></td></tr>
     *   <tr><td>search</td><td>masked query</td><td>results, -1 unknown</td><td>filter, when narrowed</td></tr>
     *   <tr><td>order</td><td>id</td><td>value</td><td>currency</td></tr>
     *   <tr><td>cart</td><td>item</td><td>value</td><td>add, remove, show</td></tr>
     *   <tr><td>error</td><td>message of a script</td><td>times so far</td><td>frame</td></tr>
     *   <tr><td>request</td><td>path of one that failed or was slow</td><td>ms</td><td>status</td></tr>
     *   <tr><td>broken</td><td>path of a resource</td><td></td><td>tag</td></tr>
     *   <tr><td>identify, consent</td><td></td><td></td><td></td></tr>
     * </table>
     */
    public static final FactTable EVENT = new FactTable(
            "event",
            List.of(
                    column("document", BIGINT),
                    column("page", BIGINT),
                    column("element", BIGINT),
                    column("kind", VARCHAR),
                    column("name", VARCHAR),
                    column("happened_at", BIGINT),
                    column("number", INTEGER),
                    column("value", DOUBLE),
                    column("detail", VARCHAR)));

    /**
     * One row a goal that a session reached. {@code goal} is the {@link io.sojourn.sites.rules.Goal}'s id; {@code page},
     * {@code number} (of the page view) and {@code happened_at} are of the first time, {@code times} counts them all.
     */
    public static final FactTable GOAL_REACHED = new FactTable(
            "goal_reached",
            List.of(
                    column("goal", VARCHAR),
                    column("page", BIGINT),
                    column("number", INTEGER),
                    column("happened_at", BIGINT),
                    column("times", INTEGER)));

    private VisitFacts() {}
}
