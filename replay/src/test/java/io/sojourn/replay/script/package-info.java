/** Recordings for tests, written as an agent would, by code that shares nothing with the code under test. */
@NullMarked
package io.sojourn.replay.script;

import org.jspecify.annotations.NullMarked;
