/** How fast sessions are kept, derived and found. */
@NullMarked
package io.sojourn.benchmarks.sessions;

import org.jspecify.annotations.NullMarked;
