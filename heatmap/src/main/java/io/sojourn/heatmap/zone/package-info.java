/** Parts of a page that are judged as one: lists, regions, and what owners draw up themselves (SIGNALS 8.6, 8.7). */
@NullMarked
package io.sojourn.heatmap.zone;

import org.jspecify.annotations.NullMarked;
