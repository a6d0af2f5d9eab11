package io.sojourn.journey.signal;

import io.sojourn.sessions.derive.Rules;
import io.sojourn.sites.rules.Thresholds;
import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers detectors judge by, by their dotted names (SIGNALS, signals-defaults.json). Unchanging; any thread. */
public final class Limits {
    private static final Map<String, Double> DEFAULTS = new LinkedHashMap<>();

    static {
        put("rage.radius_px", 30);
        put("rage.gap_ms", 1_000);
        put("rage.hammer_clicks", 4);
        put("rage.hammer_window_ms", 1_000);
        put("rage.unresponsive_clicks", 3);
        put("rage.unresponsive_window_ms", 7_000);
        put("dead.window_ms", 7_000);
        put("dead.leave_min_ms", 2_500);
        put("dead.strong_clicks", 2);
        put("dead.false_affordance_visitors_per_1000_views", 3);
        put("disabled.clicks", 2);
        put("disabled.window_ms", 10_000);
        put("disabled.per_page_view", 3);
        put("error_click.js_ms", 1_000);
        put("error_click.request_start_ms", 300);
        put("error_click.request_outcome_ms", 10_000);
        put("slow_click.min_ms", 3_000);
        put("slow_click.max_ms", 7_000);
        put("slow_click.pending_flag_ms", 10_000);
        put("uturn.dwell_ms", 10_000);
        put("uturn.return_ms", 30_000);
        put("pogo.uturns", 3);
        put("page_loop.views", 3);
        put("page_loop.window_ms", 15_000);
        put("hesitation.long_ms", 3_000);
        put("thrash.reversals", 6);
        put("thrash.path_px", 600);
        put("thrash.path_ratio", 5);
        put("thrash.windows", 2);
        put("thrash.within_ms", 10_000);
        put("excess_scroll.reversals", 5);
        put("excess_scroll.leg_viewport", 0.5);
        put("dead_swipe.min_px", 30);
        put("dead_swipe.max_per_page", 10);
        put("shifted_click.ms", 500);
        put("missed_tap.taps", 2);
        put("missed_tap.radius_px", 40);
        put("missed_tap.within_ms", 3_000);
        put("focus_trap.stops", 8);
        put("focus_trap.elements", 3);
        put("form.loop", 2);
        put("form.loop_severe", 3);
        put("form.cleared_fields", 2);
        put("form.cleared_share", 0.5);
        put("form.corrections_per_10", 5);
        put("form.corrections_min_edits", 20);
        put("search.settle_ms", 800);
        put("search.recover_ms", 120_000);
        put("vitals.lcp_poor_ms", 4_000);
        put("vitals.ttfb_poor_ms", 1_800);
        put("vitals.inp_poor_ms", 500);
        put("vitals.left_loading_min_ms", 1_000);
        put("tech.freeze_long_task_ms", 2_000);
        put("tech.freeze_inp_ms", 1_000);
        put("tech.request_timeout_ms", 30_000);
        put("time.engaged_idle_ms", 15_000);
        put("stall.no_progress_min_s", 30);
        put("stall.join_ms", 60_000);
        put("stall.soft_signals", 3);
    }

    public static final Limits DEFAULT = new Limits(Map.of());

    private final Map<String, Double> changed;

    private Limits(Map<String, Double> changed) {
        this.changed = Map.copyOf(changed);
    }

    private static void put(String key, double value) {
        DEFAULTS.put(key, value);
    }

    /** What the owner of a site set, and defaults for the rest. */
    public static Limits of(Rules rules) {
        return of(rules.thresholds());
    }

    public static Limits of(Thresholds thresholds) {
        Map<String, Double> own = new LinkedHashMap<>();
        for (String key : thresholds.overrides().keySet()) {
            if (DEFAULTS.containsKey(key)) {
                own.put(key, thresholds.number(key));
            } else if (DEFAULTS.containsKey(key + "_poor_ms")) {
                own.put(key + "_poor_ms", thresholds.numbers(key).get(1));
            }
        }
        return own.isEmpty() ? DEFAULT : new Limits(own);
    }

    /** @throws IllegalArgumentException with a sentence, if there is no such threshold or a value is no number from 0 up */
    public Limits with(Map<String, Double> others) {
        Map<String, Double> all = new LinkedHashMap<>(changed);
        others.forEach((key, value) -> {
            if (!DEFAULTS.containsKey(key)) {
                throw new IllegalArgumentException("There is no threshold \"" + key + "\".");
            }
            if (value == null || !(value >= 0 && value < 1e9)) {
                throw new IllegalArgumentException("\"" + key + "\" needs a number from 0 up.");
            }
            all.put(key, value);
        });
        return new Limits(all);
    }

    public static Map<String, Double> defaults() {
        return Map.copyOf(DEFAULTS);
    }

    public double number(String key) {
        Double value = changed.getOrDefault(key, DEFAULTS.get(key));
        if (value == null) {
            throw new IllegalArgumentException("there is no threshold " + key);
        }
        return value;
    }

    public long ms(String key) {
        return (long) number(key);
    }

    public int count(String key) {
        return (int) number(key);
    }
}
