package io.sojourn.replay.tape;

import io.sojourn.replay.safe.AssetCopies;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers what was asked for and not to be had. */
final class AskedCopies implements AssetCopies {
    /** More of them say nothing new. */
    private static final int MOST = 200;

    private final AssetCopies copies;
    private final Map<String, TapeGap> lacking = new LinkedHashMap<>();
    private int now;

    AskedCopies(AssetCopies copies) {
        this.copies = copies;
    }

    /** @param moment ms on the document's clock */
    void at(int moment) {
        now = moment;
    }

    Map<String, TapeGap> lacking() {
        return Collections.unmodifiableMap(lacking);
    }

    @Override
    public @Nullable String copyOf(String address) {
        String copy = copies.copyOf(address);
        if (copy == null && lacking.size() < MOST) {
            lacking.computeIfAbsent(address, wanted -> gap(wanted));
        }
        return copy;
    }

    private TapeGap gap(String address) {
        String without = address.replaceFirst("[?#].*", "");
        return new TapeGap(
                now,
                TapeGap.NEVER,
                "asset",
                "A picture or font is not shown: " + copies.whyNot(address) + " (" + without + ").");
    }

    @Override
    public @Nullable String sheet(String hash) {
        return copies.sheet(hash);
    }
}
