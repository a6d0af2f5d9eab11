/** How fast heatmaps are counted. */
@NullMarked
package io.sojourn.benchmarks.heat;

import org.jspecify.annotations.NullMarked;
