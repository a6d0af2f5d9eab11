/** Two maps of one page beside each other: what differs, and whether it may be chance. */
@NullMarked
package io.sojourn.heatmap.compare;

import org.jspecify.annotations.NullMarked;
