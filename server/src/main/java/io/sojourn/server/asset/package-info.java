/** Fetches the pictures and fonts of recorded pages and serves our copies, so that a replay stays true and asks nobody. */
@NullMarked
package io.sojourn.server.asset;

import org.jspecify.annotations.NullMarked;
