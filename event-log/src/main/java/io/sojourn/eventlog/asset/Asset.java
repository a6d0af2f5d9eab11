package io.sojourn.eventlog.asset;

/**
 * A kept content.
 *
 * @param contentType a media type as it was given when it was kept; made by us for what agents send
 * @param content never changed by readers
 */
public record Asset(AssetKind kind, String contentType, byte[] content) {}
