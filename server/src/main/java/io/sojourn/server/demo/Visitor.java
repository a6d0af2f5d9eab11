package io.sojourn.server.demo;

import com.google.protobuf.ByteString;

/**
 * Somebody who may come again with the same device.
 *
 * @param id 16 bytes
 * @param device "desktop", "mobile" or "tablet"
 * @param address out of the ranges that are kept for documentation
 */
record Visitor(ByteString id, String device, String userAgent, String address) {}
