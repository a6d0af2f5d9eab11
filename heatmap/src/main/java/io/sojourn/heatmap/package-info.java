/** Counts where people click, scroll and look, anchored to elements and to the height of pages. */
@NullMarked
package io.sojourn.heatmap;

import org.jspecify.annotations.NullMarked;
