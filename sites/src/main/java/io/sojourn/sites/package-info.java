/** What owners decide: sites, their keys and origins, and who may log in. */
@NullMarked
package io.sojourn.sites;

import org.jspecify.annotations.NullMarked;
