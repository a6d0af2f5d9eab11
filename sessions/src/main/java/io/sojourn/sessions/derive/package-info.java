/** How facts are derived from a rebuilt session. */
@NullMarked
package io.sojourn.sessions.derive;

import org.jspecify.annotations.NullMarked;
