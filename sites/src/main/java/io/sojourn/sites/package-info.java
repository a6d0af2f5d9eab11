/** What owners decide. */
@NullMarked
package io.sojourn.sites;

import org.jspecify.annotations.NullMarked;
