package io.sojourn.server.api;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How this server is.
 *
 * @param troubles sentences about what is not well; none when all is
 * @param behindMs how far reading is behind receiving
 * @param freeBytes on the disk where visits are kept
 */
public record ServerState(
        String version, Supplier<List<String>> troubles, LongSupplier behindMs, LongSupplier freeBytes) {}
