package io.sojourn.sites.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The channels of each site. Any thread. */
public interface AlertChannels {
    /**
     * @return the channel, with a fresh secret when it is a hook
     * @throws IllegalArgumentException with a sentence when the target will not do
     */
    AlertChannel add(int siteId, AlertChannel.Kind kind, String target, AlertChannel.Pace pace);

    void pause(int siteId, String id, boolean paused);

    /** With all that is on its way there. */
    void remove(int siteId, String id);

    /** In the order they were made. */
    List<AlertChannel> of(int siteId);

    @Nullable
    AlertChannel byId(String id);
}
