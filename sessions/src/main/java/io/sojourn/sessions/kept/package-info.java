/** What is kept of a session on disk: blocks of batches in segment files, and the summary that stands beside them. */
@NullMarked
package io.sojourn.sessions.kept;

import org.jspecify.annotations.NullMarked;
