/** Kept sessions and facts on disk; the only package here that speaks SQL. */
@NullMarked
package io.sojourn.sessions.store;

import org.jspecify.annotations.NullMarked;
