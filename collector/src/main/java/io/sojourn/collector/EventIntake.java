package io.sojourn.collector;

import io.sojourn.eventlog.Id128;
import io.sojourn.sites.ServerKeys;
import io.sojourn.sites.Site;
import io.sojourn.sites.Sites;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Takes events from sites' own servers: checked whole, then appended one by one, and answered when the last is in the log. */
public final class EventIntake {
    private static final String BEARER = "Bearer ";

    private final Intake intake;
    private final Sites sites;
    private final ServerKeys keys;

    public EventIntake(Intake intake, Sites sites, ServerKeys keys) {
        this.intake = intake;
        this.sites = sites;
        this.keys = keys;
    }

    /** How a request ended: one of the four, once, perhaps from another thread. */
    public interface Answer extends Intake.Answer {
        /** Nothing was kept. @param mistakes a place and a sentence of our own for each */
        void mistaken(List<String> mistakes);
    }

    /** @param authorization the header of this name, null when there was none */
    public void receive(@Nullable String authorization, byte[] json, Answer answer) {
        Site site = siteOf(authorization);
        if (site == null) {
            intake.reject(null, Rejection.WRONG_KEY, null, answer);
            return;
        }
        ServerEvents events = ServerEvents.read(json);
        if (events.mistakes().isEmpty()) {
            keep(site, events.told(), answer);
        } else {
            intake.ledger().rejected(site.id(), Rejection.WRONG_EVENTS);
            answer.mistaken(events.mistakes().stream()
                    .map(mistake -> (mistake.at() + " " + mistake.problem()).strip())
                    .toList());
        }
    }

    private @Nullable Site siteOf(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return null;
        }
        Integer id = keys.siteOf(authorization.substring(BEARER.length()).strip());
        return id == null ? null : sites.byId(id);
    }

    private void keep(Site site, List<ServerEvents.Told> events, Answer answer) {
        Together together = new Together(events.size(), answer);
        for (ServerEvents.Told told : events) {
            intake.receive(site, ServerBatches.of(site, told), together);
        }
    }

    /** Answers once for all. What is in the log although another was refused is the same record when it comes again. */
    private static final class Together implements Intake.Answer {
        private final AtomicInteger left;
        private final Answer answer;
        private volatile @Nullable Refusal refusal;

        Together(int count, Answer answer) {
            this.left = new AtomicInteger(count);
            this.answer = answer;
        }

        @Override
        public void logged(List<Id128> lacking) {
            one();
        }

        @Override
        public void rejected(Rejection reason, String detail) {
            throw new AssertionError("a batch of our own making: " + detail);
        }

        @Override
        public void refused(Refusal reason) {
            refusal = reason;
            one();
        }

        private void one() {
            if (left.decrementAndGet() == 0) {
                Refusal why = refusal;
                if (why == null) {
                    answer.logged(List.of());
                } else {
                    answer.refused(why);
                }
            }
        }
    }
}
