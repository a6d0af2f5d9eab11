package io.sojourn.server.alert;

import io.sojourn.sites.alert.AlertChannel;
import io.sojourn.sites.alert.Delivery;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Carries alerts to one kind of channel. Never blocks the caller and never fails: what goes wrong is an answer too. */
public interface Courier {
    /** @param deliveries all for this channel, at least one; they travel as one message */
    CompletionStage<Outcome> carry(AlertChannel channel, List<Delivery> deliveries);

    /**
     * What became of it.
     *
     * @param hopeless trying again would change nothing
     * @param answer in words, for the owner
     */
    record Outcome(boolean arrived, boolean hopeless, String answer) {
        static Outcome arrived(String answer) {
            return new Outcome(true, false, answer);
        }

        static Outcome later(String answer) {
            return new Outcome(false, false, answer);
        }

        static Outcome never(String answer) {
            return new Outcome(false, true, answer);
        }
    }
}
