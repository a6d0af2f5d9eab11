package io.sojourn.replay.safe;

import org.jspecify.annotations.Nullable;

/** Our own copies of what recorded pages show from elsewhere. Asked while a recording is made ready; any thread. */
public interface AssetCopies {
    /** Nothing was ever fetched. */
    AssetCopies NONE = address -> null;

    /**
     * Where our copy of this picture or font is served, as a path on this server; null when there is none.
     *
     * @param address as recorded: absolute, http or https
     */
    @Nullable
    String copyOf(String address);

    /**
     * The text of a style sheet that the agent sent once under its hash; null when it is not there.
     *
     * @param hash 32 hex digits
     */
    default @Nullable String sheet(String hash) {
        return null;
    }

    /** Why there is no copy, as the end of a sentence. */
    default String whyNot(String address) {
        return "it has not been fetched";
    }
}
