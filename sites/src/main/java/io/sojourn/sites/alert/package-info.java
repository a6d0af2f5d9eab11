/** Where alerts of a site go, and what is on its way there. */
@NullMarked
package io.sojourn.sites.alert;

import org.jspecify.annotations.NullMarked;
