/** What the server answers over HTTP, besides the intake. */
@NullMarked
package io.sojourn.server.api;

import org.jspecify.annotations.NullMarked;
