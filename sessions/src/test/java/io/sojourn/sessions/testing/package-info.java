/** Visits spoken aloud, and a log to put them in; for the tests of every module above. */
@NullMarked
package io.sojourn.sessions.testing;

import org.jspecify.annotations.NullMarked;
