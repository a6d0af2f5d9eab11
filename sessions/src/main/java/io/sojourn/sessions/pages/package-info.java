/** What to call a page, so that {@code /p/123} and {@code /p/456} are one (SIGNALS 13). Pure; any thread. */
@NullMarked
package io.sojourn.sessions.pages;

import org.jspecify.annotations.NullMarked;
