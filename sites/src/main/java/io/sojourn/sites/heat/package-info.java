/** What owners decide about heatmaps. */
@NullMarked
package io.sojourn.sites.heat;

import org.jspecify.annotations.NullMarked;
