package io.sojourn.server.api;

import io.sojourn.sites.Sites;
import io.sojourn.sites.rules.Goal;
import io.sojourn.sites.rules.PageRule;
import io.sojourn.sites.rules.PathPattern;
import io.sojourn.sites.rules.RuleBook;
import io.sojourn.sites.rules.SiteRules;
import io.sojourn.sites.rules.Step;
import io.sojourn.sites.rules.Thresholds;
import io.undertow.server.RoutingHandler;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an owner decides about how visits are read. A change is a new version, and the site's sessions are derived again. */
final class RulesApi {
    private final Sites sites;
    private final RuleBook rules;

    RulesApi(Sites sites, RuleBook rules) {
        this.sites = sites;
        this.rules = rules;
    }

    void addTo(RoutingHandler routes, Gate gate) {
        routes.get("/api/sites/{id}/rules", new EndpointHandler(gate.guarded(this::show)));
        routes.put("/api/sites/{id}/rules", new EndpointHandler(gate.guarded(this::change)));
    }

    private Answer show(Request request) throws Problem {
        return Answer.json(View.of(rules.of(request.site(sites).id())));
    }

    /** What is left out stays as it is. */
    private Answer change(Request request) throws Exception {
        int site = request.site(sites).id();
        Wish wish = request.body(Wish.class);
        SiteRules after = rules.change(
                site,
                before -> new SiteRules(
                        before.version(),
                        wish.thresholds() == null ? before.thresholds() : Thresholds.of(wish.thresholds()),
                        wish.pages() == null ? before.pages() : each(wish.pages(), RulesApi::page),
                        wish.goals() == null ? before.goals() : each(wish.goals(), RulesApi::goal),
                        wish.internalHosts() == null
                                ? before.internalHosts()
                                : each(wish.internalHosts(), RulesApi::host)));
        return Answer.json(View.of(after));
    }

    private static <A, B> List<B> each(List<A> wishes, Function<A, B> read) {
        return wishes.stream().map(read).toList();
    }

    private static PageRule page(PageWish wish) {
        return new PageRule(new PathPattern(text(wish.pattern())), text(wish.name()));
    }

    private static Goal goal(GoalWish wish) {
        List<StepWish> steps = wish.anyOf() == null ? List.of() : wish.anyOf();
        String name = text(wish.name());
        return new Goal(
                wish.id() == null || wish.id().isEmpty() ? idOf(name) : wish.id(),
                name,
                steps.stream()
                        .map(step -> new Step(Step.Kind.ofKey(text(step.kind())), text(step.value())))
                        .toList());
    }

    /** From its name, for who does not choose one. */
    private static String idOf(String name) {
        String words =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String id = words.length() > 40 ? words.substring(0, 40) : words;
        return id.isEmpty() ? "goal-" + Integer.toHexString(name.hashCode()) : id;
    }

    private static String host(String host) {
        return host.strip().toLowerCase(Locale.ROOT);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    record StepWish(@Nullable String kind, @Nullable String value) {}

    record GoalWish(
            @Nullable String id,
            @Nullable String name,
            @Nullable List<StepWish> anyOf) {}

    record PageWish(@Nullable String pattern, @Nullable String name) {}

    record Wish(
            @Nullable Map<String, JsonNode> thresholds,
            @Nullable List<PageWish> pages,
            @Nullable List<GoalWish> goals,
            @Nullable List<String> internalHosts) {}

    record View(
            int version,
            Map<String, JsonNode> thresholds,
            Map<String, JsonNode> defaults,
            List<PageWish> pages,
            List<GoalWish> goals,
            List<String> internalHosts) {
        static View of(SiteRules rules) {
            return new View(
                    rules.version(),
                    new TreeMap<>(rules.thresholds().overrides()),
                    Thresholds.defaultValues(),
                    rules.pages().stream()
                            .map(page -> new PageWish(page.pattern().toString(), page.name()))
                            .toList(),
                    rules.goals().stream().map(View::goal).toList(),
                    rules.internalHosts());
        }

        private static GoalWish goal(Goal goal) {
            return new GoalWish(
                    goal.id(),
                    goal.name(),
                    goal.anyOf().stream()
                            .map(step -> new StepWish(step.kind().key(), step.value()))
                            .toList());
        }
    }
}
