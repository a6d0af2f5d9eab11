/** Rebuilt documents as HTML text. */
@NullMarked
package io.sojourn.replay.html;

import org.jspecify.annotations.NullMarked;
