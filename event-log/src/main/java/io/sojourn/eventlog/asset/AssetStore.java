package io.sojourn.eventlog.asset;

import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogUnavailable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Contents by their hash, each site's apart. Any thread; {@link #has} and {@link #lacking} are answered from memory and never
 * block, the others touch the disk. An engine passes {@code AssetStoreContract}.
 *
 * <p>A part of a page may hold what only one visitor saw. So it is the session's alone until {@link #SHARED_FROM} different
 * visitors sent the same bytes; until then everybody else is told that it is lacking, because an answer of "present" would
 * tell anyone who can guess a content that somebody saw it.
 */
public interface AssetStore {
    /** So many different visitors must have sent a part before it is everybody's. */
    int SHARED_FROM = 5;

    /** Whether the site has it for everybody. */
    boolean has(int site, Id128 hash);

    /**
     * Which of these the session should send. What is there counts as used now.
     *
     * @param nowMillis epoch ms
     */
    List<Id128> lacking(int site, Id128 session, List<Id128> hashes, long nowMillis);

    /**
     * Keeps a content for everybody; one that is there already counts as used now.
     *
     * @param contentType a media type, for kinds without one of their own
     * @return its hash
     * @throws AssetRejected too large, of the wrong type, or over the site's quota
     * @throws LogUnavailable if the disk would not
     */
    Id128 put(int site, AssetKind kind, String contentType, byte[] content, long nowMillis) throws AssetRejected;

    /**
     * Keeps a part for the session that sent it, and for everybody once enough visitors sent the same.
     *
     * @return its hash
     * @throws AssetRejected as {@link #put}
     * @throws LogUnavailable if the disk would not
     */
    Id128 putPart(int site, PartSender sender, byte[] content, long nowMillis) throws AssetRejected;

    /**
     * The content, checked against its hash; null when the site does not have it or what is kept is damaged. Damaged ones are
     * lacking from then on.
     *
     * @param session whose own parts may be read too; null for what is everybody's
     * @throws LogUnavailable if the disk would not
     */
    @Nullable
    Asset read(int site, @Nullable Id128 session, Id128 hash);

    /** Says that a recording still needs it; what is not there is passed over. */
    void used(int site, Id128 hash, long nowMillis);

    /** Deletes the parts that are this session's alone. @throws LogUnavailable if the disk would not */
    void forget(int site, Id128 session);

    /**
     * Deletes what was last used before {@code usedBefore} (epoch ms), and parts of one session that were kept before it.
     *
     * @return how many files
     * @throws LogUnavailable if the disk would not
     */
    int collect(long usedBefore);

    /** How much the site has, in bytes of content. */
    long bytes(int site);
}
