/** Stalls as the facts tell them. */
@NullMarked
package io.sojourn.journey.stall.store;

import org.jspecify.annotations.NullMarked;
