package io.sojourn.sites.proof;

import org.jspecify.annotations.Nullable;

/**
 * A version of a site that went live.
 *
 * @param id 32 hex digits
 * @param liveAt epoch ms: visits from here on saw it
 * @param markedBy who said so: an account's address, or a token's name
 */
public record Release(
        String id,
        int siteId,
        String name,
        long liveAt,
        @Nullable String note,
        String markedBy,
        long markedAt) {}
