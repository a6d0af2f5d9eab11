/** Signals as the facts tell them. */
@NullMarked
package io.sojourn.journey.signal.store;

import org.jspecify.annotations.NullMarked;
