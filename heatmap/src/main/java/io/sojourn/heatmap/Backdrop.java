package io.sojourn.heatmap;

import io.sojourn.eventlog.Id128;

/**
 * A recorded page view that a map can be drawn on.
 *
 * @param document the wire's document_id as a number
 * @param from epoch ms at which the page view began
 * @param to epoch ms at which it ended
 * @param moment epoch ms at which the page had settled, was not yet left, and stood in the state asked for
 * @param layoutViews page views laid out like this one, recorded or not
 * @param views all page views asked for
 */
public record Backdrop(Id128 session, long document, long from, long to, long moment, long layoutViews, long views) {}
