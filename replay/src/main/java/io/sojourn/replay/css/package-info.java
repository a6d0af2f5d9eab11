/** As much of CSS as is needed to find addresses and to count rules. */
@NullMarked
package io.sojourn.replay.css;

import org.jspecify.annotations.NullMarked;
