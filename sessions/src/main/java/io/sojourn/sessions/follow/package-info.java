/** Follows the log: groups batches by session, keeps them, and has facts derived. */
@NullMarked
package io.sojourn.sessions.follow;

import org.jspecify.annotations.NullMarked;
