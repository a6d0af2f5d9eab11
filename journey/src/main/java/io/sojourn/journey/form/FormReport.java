package io.sojourn.journey.form;

import io.sojourn.sessions.stats.Interval;
import io.sojourn.sessions.stats.Newcombe;
import io.sojourn.sessions.stats.Wilson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How visits got on with one form. Numbers are visits; of those that are not over, only what they did, not how it ended.
 *
 * @param abandoned started, over, and not completed
 * @param medianMs engaged, of those who completed; −1 when unknown
 * @param lastThird of the abandoned, who got to the last third without having met an error
 */
public record FormReport(
        String form,
        String page,
        long views,
        long touched,
        long started,
        long submitted,
        long completed,
        long abandoned,
        long loops,
        long cleared,
        long medianMs,
        int asked,
        int required,
        long lastThird,
        List<FieldReport> fields) {
    private static final int MANY_FIELDS = 10;
    private static final double MANY_LATE = 0.3;
    private static final int FEW = 30;

    public Interval completion() {
        return Wilson.of(completed, completed + abandoned);
    }

    public double completionShare() {
        long over = completed + abandoned;
        return over == 0 ? 0 : (double) completed / over;
    }

    /** Whether fewer than usual on this site complete it, and its length is why (SIGNALS 6.4). @param usual share completed */
    public boolean overlong(double usual) {
        boolean worse = completed + abandoned >= FEW && completionShare() < usual;
        return worse && (required > MANY_FIELDS || abandoned > 0 && lastThird >= MANY_LATE * abandoned);
    }

    /**
     * One field.
     *
     * @param corrections deletions per ten edits
     * @param completers visits that completed the form and met this field
     */
    public record FieldReport(
            String key,
            String type,
            boolean required,
            long focused,
            long filled,
            long leftHere,
            long medianMs,
            long hesitationMs,
            double corrections,
            long returned,
            long refilled,
            long errors,
            long cleared,
            long blank,
            long autofilled,
            long pasted,
            long pasteBlocked,
            long askedTwice,
            long completers,
            long completersReturned,
            long abandoners,
            long abandonersReturned) {
        public Interval leftShare(long abandoned) {
            return Wilson.of(leftHere, Math.max(leftHere, abandoned));
        }

        /** Of who gave up, how many more came back to it than of who completed (SIGNALS 6.3); null for too few. */
        public @Nullable Interval returnDifference() {
            return completers < FEW || abandoners < FEW
                    ? null
                    : Newcombe.of(abandonersReturned, abandoners, completersReturned, completers);
        }

        public double returnDifferenceValue() {
            return completers == 0 || abandoners == 0
                    ? 0
                    : (double) abandonersReturned / abandoners - (double) completersReturned / completers;
        }
    }
}
