/** Recordings for rrweb's player (docs/rrweb.md). */
@NullMarked
package io.sojourn.replay.rrweb;

import org.jspecify.annotations.NullMarked;
