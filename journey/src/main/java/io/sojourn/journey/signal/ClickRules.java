package io.sojourn.journey.signal;

/**
 * When clicking is friction (SIGNALS 4.1 and 4.2). Times in ms.
 *
 * @param chainGap clicks further apart do not belong together. What Datadog and PostHog use as well
 * @param chainRadius CSS px; a click so near the one before belongs to it, even on another element. From PostHog, as a circle
 * @param hammerClicks in {@code hammerWindow} are rage whether or not they work. Splunk went from 3 to 4 per second in 2026,
 *     PostHog watches its own site with 4, because toggles and text selection trip 3
 * @param unansweredClicks in {@code unansweredWindow} are rage when none of them led to anything. From Sentry: 3 in 7 s
 * @param deadAfter a click is watched so long. Sentry's 7 s; Datadog's 100 ms makes slow pages look dead
 * @param deadAfterLeaving so long must have been watched when the visitor leaves earlier. PostHog's time for a mutation
 * @param scrollReported a scroll is reported so much later, at most: the agent samples
 * @param repeatSpared the agent does not watch a click again that follows a watched one on the same target so soon
 */
record ClickRules(
        long chainGap,
        int chainRadius,
        int hammerClicks,
        long hammerWindow,
        int unansweredClicks,
        long unansweredWindow,
        long deadAfter,
        long deadAfterLeaving,
        long scrollReported,
        long repeatSpared) {
    static ClickRules of(Limits limits) {
        return new ClickRules(
                limits.ms("rage.gap_ms"),
                limits.count("rage.radius_px"),
                limits.count("rage.hammer_clicks"),
                limits.ms("rage.hammer_window_ms"),
                limits.count("rage.unresponsive_clicks"),
                limits.ms("rage.unresponsive_window_ms"),
                limits.ms("dead.window_ms"),
                limits.ms("dead.leave_min_ms"),
                250,
                1_000);
    }
}
