/** Rebuilds the recorded page. */
@NullMarked
package io.sojourn.replay;

import org.jspecify.annotations.NullMarked;
