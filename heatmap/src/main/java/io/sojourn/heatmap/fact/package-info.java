/** What maps are counted from: clicks, rests of the pointer, what was in view, dialogs that stood open. */
@NullMarked
package io.sojourn.heatmap.fact;

import org.jspecify.annotations.NullMarked;
