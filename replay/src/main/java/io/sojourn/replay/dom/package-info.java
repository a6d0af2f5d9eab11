/** The recorded document: its model, and the programs of operations that change it (docs/playback.md). */
@NullMarked
package io.sojourn.replay.dom;

import org.jspecify.annotations.NullMarked;
