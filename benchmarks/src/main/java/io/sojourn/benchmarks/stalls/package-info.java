/** Whether planted stalls are found, and how long a ledger takes. */
@NullMarked
package io.sojourn.benchmarks.stalls;

import org.jspecify.annotations.NullMarked;
