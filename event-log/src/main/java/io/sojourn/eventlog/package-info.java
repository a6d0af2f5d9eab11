/** What arrives, kept as it came: the log port and its records. */
@NullMarked
package io.sojourn.eventlog;

import org.jspecify.annotations.NullMarked;
