/** Settings, wiring and start; the only place that names concrete engines. */
@NullMarked
package io.sojourn.server;

import org.jspecify.annotations.NullMarked;
