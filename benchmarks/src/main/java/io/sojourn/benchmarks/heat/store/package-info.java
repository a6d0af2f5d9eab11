/** Makes up facts. */
@NullMarked
package io.sojourn.benchmarks.heat.store;

import org.jspecify.annotations.NullMarked;
