package io.sojourn.collector;

import io.sojourn.eventlog.Id128;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * What must be right about a batch before it is kept. The payload is stepped over, not read: it is bounded already, and
 * what is wrong inside it is found and counted by the follower.
 *
 * @param session for keeping together what belongs together
 * @param playback whether it belongs to the lane that yields first
 * @param assets the contents it names by hash, mostly none
 */
public record BatchHeader(String siteKey, Id128 session, boolean playback, List<Id128> assets) {

    /**
     * Reads the header of the batch from position to limit, and leaves both as they are.
     *
     * @throws BatchRejected as MALFORMED, with what is wrong
     */
    public static BatchHeader parse(ByteBuffer body) throws BatchRejected {
        return new HeaderParser(body).parse();
    }

    /** Whether the beginning of a batch shows that it belongs to the lane that yields first; false when it does not tell. */
    public static boolean showsPlayback(ByteBuffer beginning) {
        return new HeaderParser(beginning).showsPlayback();
    }
}
