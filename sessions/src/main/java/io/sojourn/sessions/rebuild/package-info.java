/** Batches in, a session out. */
@NullMarked
package io.sojourn.sessions.rebuild;

import org.jspecify.annotations.NullMarked;
