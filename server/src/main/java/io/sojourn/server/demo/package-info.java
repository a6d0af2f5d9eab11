/** The demo: a small shop with planted stalls, two weeks of its history, and visitors who keep coming. */
@NullMarked
package io.sojourn.server.demo;

import org.jspecify.annotations.NullMarked;
