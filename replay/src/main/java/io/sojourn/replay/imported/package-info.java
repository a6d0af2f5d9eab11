/** Recordings made by rrweb, told in our language: a second way in. Read as what a stranger sent. */
@NullMarked
package io.sojourn.replay.imported;

import org.jspecify.annotations.NullMarked;
