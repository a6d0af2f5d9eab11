/** The kinds of heatmaps: a new one is a class here and a line in {@link io.sojourn.heatmap.kind.HeatKinds}. */
@NullMarked
package io.sojourn.heatmap.kind;

import org.jspecify.annotations.NullMarked;
