package io.sojourn.sites.alert;

import java.util.List;

/** Alerts on their way: kept until their end, so that a restart forgets none. Any thread. */
public interface Deliveries {
    /** @return false when this channel was told of {@code eventKey} already */
    boolean add(AlertChannel channel, String eventKey, String body, long dueAt);

    /** What is waiting and due, the oldest first, at most {@code limit}. */
    List<Delivery> due(long now, int limit);

    /** It arrived. */
    void delivered(Delivery delivery, String answer, long now);

    /** It did not arrive and is tried again. */
    void postponed(Delivery delivery, String answer, long dueAt);

    /** It did not arrive and is not tried any more. */
    void givenUp(Delivery delivery, String answer, long now);

    /** Of a site, the newest first, at most {@code limit}. */
    List<Delivery> of(int siteId, int limit);

    /** Forgets what ended before. */
    void forget(long endedBefore);
}
