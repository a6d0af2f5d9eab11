/** Signs of friction: one class for each. */
@NullMarked
package io.sojourn.journey.signal;

import org.jspecify.annotations.NullMarked;
