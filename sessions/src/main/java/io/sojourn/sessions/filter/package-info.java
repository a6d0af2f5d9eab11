/** Which sessions a report is about. */
@NullMarked
package io.sojourn.sessions.filter;

import org.jspecify.annotations.NullMarked;
