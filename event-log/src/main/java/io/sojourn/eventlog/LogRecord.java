package io.sojourn.eventlog;

import java.nio.ByteBuffer;

/**
 * One received batch with what only the receiver knows. The batch stands as it came, byte for byte.
 *
 * @param receivedAt epoch ms by the server's clock
 * @param siteId the site the key belonged to at that time
 * @param userAgent as sent, cut to 512 characters
 * @param address the sender's address, already truncated (IPv4 to /24, IPv6 to /48); empty when unknown
 * @param batch a serialized {@code sojourn.Batch}; position to limit; never changed by readers
 */
public record LogRecord(long receivedAt, int siteId, String userAgent, String address, ByteBuffer batch) {}
