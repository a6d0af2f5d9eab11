/** Visits shown to others, and who looked at them. */
@NullMarked
package io.sojourn.sites.share;

import org.jspecify.annotations.NullMarked;
