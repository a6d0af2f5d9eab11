/** Forms as the facts tell them. */
@NullMarked
package io.sojourn.journey.form.store;

import org.jspecify.annotations.NullMarked;
