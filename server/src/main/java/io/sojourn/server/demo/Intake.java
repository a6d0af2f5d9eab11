package io.sojourn.server.demo;

import java.time.Instant;

/** The collector's handler as history sees it: the same checks and the same append, with the clock passed in. */
@FunctionalInterface
public interface Intake {
    /**
     * Takes one batch as if it had arrived over HTTP at that moment. Called by one thread, in order of time.
     *
     * @return the HTTP status the sender would have got
     */
    int receive(byte[] batch, String userAgent, String address, Instant at);
}
