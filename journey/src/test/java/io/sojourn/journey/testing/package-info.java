/** A made-up site whose stalls are known. */
@NullMarked
package io.sojourn.journey.testing;

import org.jspecify.annotations.NullMarked;
