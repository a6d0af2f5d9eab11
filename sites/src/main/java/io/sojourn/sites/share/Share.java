package io.sojourn.sites.share;

/**
 * A moment of a visit that whoever has the link may see.
 *
 * @param session 32 hex digits
 * @param atMs ms since the session's start
 * @param createdAt epoch ms
 * @param expiresAt epoch ms
 */
public record Share(
        String id, int siteId, String session, long atMs, String createdBy, long createdAt, long expiresAt) {}
