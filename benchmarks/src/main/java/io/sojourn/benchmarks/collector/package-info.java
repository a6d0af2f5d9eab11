/** The collector beside an empty server, and under the hand of a killer. */
@NullMarked
package io.sojourn.benchmarks.collector;

import org.jspecify.annotations.NullMarked;
