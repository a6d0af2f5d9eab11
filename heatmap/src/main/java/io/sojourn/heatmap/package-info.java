/** Counts where people click. */
@NullMarked
package io.sojourn.heatmap;

import org.jspecify.annotations.NullMarked;
