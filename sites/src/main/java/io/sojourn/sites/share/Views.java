package io.sojourn.sites.share;

import java.util.List;

/** The book of who looked at which visit. Any thread. */
public interface Views {
    /**
     * Somebody looked.
     *
     * @param at epoch ms
     * @param who an e-mail address, {@code admin}, or a share
     * @param how the window they looked through: {@code player}, {@code page}, {@code rrweb}
     */
    record View(long at, String who, String how) {}

    /** Writes a row, unless the same person looked the same way in the ten minutes before. */
    void looked(int siteId, String session, String who, String how);

    /** The latest first, at most a thousand. */
    List<View> of(int siteId, String session);
}
