/** Counts where people click, anchored to elements. */
@NullMarked
package io.sojourn.heatmap;

import org.jspecify.annotations.NullMarked;
