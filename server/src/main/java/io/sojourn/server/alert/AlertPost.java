package io.sojourn.server.alert;

import io.sojourn.sites.alert.AlertChannel;
import io.sojourn.sites.alert.AlertChannels;
import io.sojourn.sites.alert.Deliveries;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/** Puts alerts on their way to all channels of a site. Any thread. */
public final class AlertPost {
    private static final LocalTime DIGEST_AT = LocalTime.of(6, 0);

    private final AlertChannels channels;
    private final Deliveries deliveries;
    private final InstantSource clock;

    public AlertPost(AlertChannels channels, Deliveries deliveries, InstantSource clock) {
        this.channels = channels;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * Tells every channel that does not know it yet and is not paused.
     *
     * @param eventKey names what happened: the same is told once
     * @param body JSON with at least {@code sentence}, and {@code path} into the console
     */
    public void tell(int siteId, String eventKey, String body) {
        for (AlertChannel channel : channels.of(siteId)) {
            if (!channel.paused()) {
                deliveries.add(channel, eventKey, body, due(channel.pace()));
            }
        }
    }

    /** Tells one channel at once, for people who want to see whether it works. */
    public void tellNow(AlertChannel channel, String eventKey, String body) {
        deliveries.add(channel, eventKey, body, clock.millis());
    }

    public List<AlertChannel> channels(int siteId) {
        return channels.of(siteId);
    }

    private long due(AlertChannel.Pace pace) {
        Instant now = clock.instant();
        if (pace == AlertChannel.Pace.ONCE) {
            return now.toEpochMilli();
        }
        ZonedDateTime today = now.atZone(ZoneOffset.UTC);
        ZonedDateTime next = today.with(DIGEST_AT);
        return (next.isAfter(today) ? next : next.plus(Duration.ofDays(1)))
                .toInstant()
                .toEpochMilli();
    }
}
