/** How fast recorded visits are rebuilt and how fast one gets about in them. */
@NullMarked
package io.sojourn.benchmarks.replay;

import org.jspecify.annotations.NullMarked;
