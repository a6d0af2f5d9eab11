package io.sojourn.server.alert;

import io.sojourn.sites.alert.AlertChannel;
import io.sojourn.sites.alert.AlertChannels;
import io.sojourn.sites.alert.Deliveries;
import io.sojourn.sites.alert.Delivery;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what is due to the couriers. {@link #step} is called every few seconds, by one thread; couriers answer on theirs. A
 * channel has one message under way at a time, so that one that hangs delays nobody but itself.
 */
public final class Notifier {
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
    private static final int AT_ONCE = 200;
    private static final Duration KEPT = Duration.ofDays(30);

    private final AlertChannels channels;
    private final Deliveries deliveries;
    private final Map<AlertChannel.Kind, Courier> couriers;
    private final InstantSource clock;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    public Notifier(
            AlertChannels channels,
            Deliveries deliveries,
            Map<AlertChannel.Kind, Courier> couriers,
            InstantSource clock) {
        this.channels = channels;
        this.deliveries = deliveries;
        this.couriers = Map.copyOf(couriers);
        this.clock = clock;
    }

    /** Starts what is due. @return how many messages left */
    public int step() {
        deliveries.forget(clock.millis() - KEPT.toMillis());
        Map<String, List<Delivery>> byChannel = new LinkedHashMap<>();
        for (Delivery delivery : deliveries.due(clock.millis(), AT_ONCE)) {
            byChannel
                    .computeIfAbsent(delivery.channel(), channel -> new ArrayList<>())
                    .add(delivery);
        }
        int left = 0;
        for (Map.Entry<String, List<Delivery>> waiting : byChannel.entrySet()) {
            AlertChannel channel = channels.byId(waiting.getKey());
            if (channel != null && underWay.add(channel.id())) {
                send(channel, waiting.getValue());
                left++;
            }
        }
        return left;
    }

    private void send(AlertChannel channel, List<Delivery> together) {
        Courier courier = couriers.get(channel.kind());
        if (courier == null) {
            note(
                    channel,
                    together,
                    Courier.Outcome.never("This server has no way to send by "
                            + channel.kind().key() + "."));
            return;
        }
        courier.carry(channel, together).whenComplete((outcome, bug) -> {
            if (bug != null) {
                LOG.error("an alert could not be sent", bug);
            }
            note(channel, together, bug == null ? outcome : Courier.Outcome.later("Something went wrong here."));
        });
    }

    private void note(AlertChannel channel, List<Delivery> together, Courier.Outcome outcome) {
        try {
            together.forEach(delivery -> note(delivery, outcome));
        } finally {
            underWay.remove(channel.id());
        }
    }

    private void note(Delivery delivery, Courier.Outcome outcome) {
        long now = clock.millis();
        if (outcome.arrived()) {
            deliveries.delivered(delivery, outcome.answer(), now);
        } else if (outcome.hopeless() || delivery.attempts() + 1 >= Backoff.ATTEMPTS) {
            deliveries.givenUp(delivery, outcome.answer(), now);
        } else {
            long wait = Backoff.afterMs(delivery.attempts(), delivery.id());
            deliveries.postponed(delivery, outcome.answer(), now + wait);
        }
    }
}
