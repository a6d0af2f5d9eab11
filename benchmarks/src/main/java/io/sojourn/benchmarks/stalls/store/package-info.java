/** Facts made many by SQL. */
@NullMarked
package io.sojourn.benchmarks.stalls.store;

import org.jspecify.annotations.NullMarked;
