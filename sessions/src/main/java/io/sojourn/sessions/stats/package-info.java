/** The statistics that every report shares (SIGNALS 11). Pure functions of counts: no clock, no I/O, any thread. */
@NullMarked
package io.sojourn.sessions.stats;

import org.jspecify.annotations.NullMarked;
