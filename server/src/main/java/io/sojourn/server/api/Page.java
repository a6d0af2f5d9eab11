package io.sojourn.server.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list. @param next the cursor of the next one, null on the last */
record Page<T>(List<T> items, @Nullable String next) {}
