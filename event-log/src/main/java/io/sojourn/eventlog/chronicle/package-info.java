/** The log on Chronicle Queue; the only package that knows Chronicle. */
@NullMarked
package io.sojourn.eventlog.chronicle;

import org.jspecify.annotations.NullMarked;
