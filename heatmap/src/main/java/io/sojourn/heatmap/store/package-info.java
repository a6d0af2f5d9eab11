/** Reads the counts from the facts; the only package here that speaks SQL. */
@NullMarked
package io.sojourn.heatmap.store;

import org.jspecify.annotations.NullMarked;
