/** Tells people what the figures say, where they asked to be told. */
@NullMarked
package io.sojourn.server.alert;

import org.jspecify.annotations.NullMarked;
