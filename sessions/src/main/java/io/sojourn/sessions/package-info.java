/** Visits, rebuilt from the log. */
@NullMarked
package io.sojourn.sessions;

import org.jspecify.annotations.NullMarked;
