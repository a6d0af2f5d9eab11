package io.sojourn.server.demo;

import java.time.Instant;

/** One batch on its way to the collector: when it gets there, and from whom. */
record Arrival(Instant at, Visitor from, byte[] batch) {}
