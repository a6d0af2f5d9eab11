package io.sojourn.journey.stall;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What visits are matched by (SIGNALS 11.3), packed into a number: signs met before, device, channel, whether they came back,
 * whether they are known by name, release. Where too few are alike in all, less is asked, step by step.
 */
public final class Likeness {
    static final int COARSEST = 4;
    private static final int PRIOR = 0x3;
    private static final int DEVICE = 0x3 << 2;
    private static final int CHANNEL = 0x7 << 4;
    private static final int KIND_OF_VISITOR = 0x3 << 7;
    private static final int RELEASE = 0xff << 9;
    private static final int[] ASKED = {
        PRIOR | DEVICE | CHANNEL | KIND_OF_VISITOR | RELEASE,
        PRIOR | DEVICE | KIND_OF_VISITOR | RELEASE,
        PRIOR | DEVICE | RELEASE,
        PRIOR | RELEASE,
        0
    };

    private Likeness() {}

    private static final List<String> CHANNELS =
            List.of("direct", "search", "paid", "social", "email", "ai", "referral", "campaign");

    /**
     * @param stratum as {@link StallDerivation#STEP} has it
     * @param channel as the visit has it
     * @param release how many releases were live before it began
     */
    public static int pack(int prior, int stratum, String channel, boolean returning, int release) {
        int device = stratum % 10;
        int identified = stratum / 100 % 10;
        return Math.min(3, prior)
                | Math.min(3, device) << 2
                | Math.max(0, CHANNELS.indexOf(channel)) << 4
                | (returning ? 1 : 0) << 7
                | Math.min(1, identified) << 8
                | Math.min(255, release) << 9;
    }

    /** The same with a release, for what was packed without one. */
    public static int withRelease(int alike, int release) {
        return alike | Math.min(255, release) << 9;
    }

    /** In the order of their numbers, as a list for SQL. */
    public static String channels() {
        return CHANNELS.stream().map(channel -> "'" + channel + "'").collect(Collectors.joining(", ", "[", "]"));
    }

    /** What is still asked at a level, 0 (all) to {@link #COARSEST} (nothing but the band of time). */
    static int at(int level, int alike) {
        return alike & ASKED[level];
    }
}
