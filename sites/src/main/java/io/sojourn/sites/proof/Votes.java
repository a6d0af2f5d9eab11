package io.sojourn.sites.proof;

import java.util.Map;

/** Reviewers' votes on single signals: the only measure of a detector that is not made of itself. Any thread. */
public interface Votes {
    /**
     * One signal of one visit.
     *
     * @param session 32 hex digits
     * @param happenedAt epoch ms, as the signal has it
     */
    record Ballot(String kind, String session, long happenedAt) {}

    /** @param right how many said it was friction, of {@code all} */
    record Count(int right, int all) {}

    /** A later vote of the same person on the same signal takes the place of the earlier one. */
    void cast(int siteId, Ballot ballot, boolean friction, String by);

    /** By kind of signal. A signal that several people voted on counts once, as most of them said; a tie counts as wrong. */
    Map<String, Count> of(int siteId);
}
