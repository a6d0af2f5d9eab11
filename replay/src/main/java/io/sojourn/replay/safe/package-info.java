/** Makes recorded documents harmless: what is not on a list of harmless things does not pass. */
@NullMarked
package io.sojourn.replay.safe;

import org.jspecify.annotations.NullMarked;
