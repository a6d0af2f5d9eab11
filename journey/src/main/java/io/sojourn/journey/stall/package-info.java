/** Where visitors stall, why, and what it costs (SIGNALS 11). */
@NullMarked
package io.sojourn.journey.stall;

import org.jspecify.annotations.NullMarked;
