/** A recording made ready for replay: safe, cut into segments that each begin with a whole picture. */
@NullMarked
package io.sojourn.replay.tape;

import org.jspecify.annotations.NullMarked;
