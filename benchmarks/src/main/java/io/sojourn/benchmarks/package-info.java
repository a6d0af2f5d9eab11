/** What is measured, not asserted. */
@NullMarked
package io.sojourn.benchmarks;

import org.jspecify.annotations.NullMarked;
