/** What owners decide about how their visits are read: thresholds, names of pages, goals. */
@NullMarked
package io.sojourn.sites.rules;

import org.jspecify.annotations.NullMarked;
