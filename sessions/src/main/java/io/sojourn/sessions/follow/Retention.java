package io.sojourn.sessions.follow;

import io.sojourn.eventlog.wire.Lane;
import java.time.Duration;

/**
 * How long each lane of a session is kept, from the last that was heard of it. What was derived from it stays.
 *
 * @param analysis what reports are derived from: clicks, scrolls, forms
 * @param playback the recording
 * @param analysisBytes how much of the lane is kept at most, 0 for as much as comes; the oldest ended sessions go first
 * @param playbackBytes the same for recordings
 */
public record Retention(Duration analysis, Duration playback, long analysisBytes, long playbackBytes) {
    /** Longer than the log keeps its records: what was deleted must not come back from there. */
    public static final int LEAST_DAYS = 3;

    /** Thirteen months and thirty days (SIGNALS 15.6). */
    public static final Retention DEFAULT = ofDays(396, 30);

    public Retention {
        check(analysis);
        check(playback);
        if (analysisBytes < 0 || playbackBytes < 0) {
            throw new IllegalArgumentException("What is kept cannot be less than nothing.");
        }
    }

    /** However much it is. */
    public Retention(Duration analysis, Duration playback) {
        this(analysis, playback, 0, 0);
    }

    /** The same times, and at most so many bytes of each lane; 0 for no bound. */
    public Retention atMost(long mostAnalysis, long mostPlayback) {
        return new Retention(analysis, playback, mostAnalysis, mostPlayback);
    }

    long mostBytes(Lane lane) {
        return lane == Lane.PLAYBACK ? playbackBytes : analysisBytes;
    }

    /** @throws IllegalArgumentException below {@value #LEAST_DAYS} days, with a sentence */
    public static Retention ofDays(int analysis, int playback) {
        return new Retention(Duration.ofDays(analysis), Duration.ofDays(playback));
    }

    Duration of(Lane lane) {
        return lane == Lane.PLAYBACK ? playback : analysis;
    }

    private static void check(Duration kept) {
        if (kept.compareTo(Duration.ofDays(LEAST_DAYS)) < 0) {
            throw new IllegalArgumentException(
                    "Visits and recordings are kept for " + LEAST_DAYS + " days at least, not " + kept.toDays() + ".");
        }
    }
}
