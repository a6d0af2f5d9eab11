/** Settings, wiring, query API, login, main. */
@NullMarked
package io.sojourn.server;

import org.jspecify.annotations.NullMarked;
