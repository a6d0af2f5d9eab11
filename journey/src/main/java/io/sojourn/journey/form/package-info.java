/** How visitors get on with each form and field (SIGNALS 6). No content anywhere. */
@NullMarked
package io.sojourn.journey.form;

import org.jspecify.annotations.NullMarked;
