/** Owners' decisions in a relational database; the only package here that speaks SQL. */
@NullMarked
package io.sojourn.sites.store;

import org.jspecify.annotations.NullMarked;
