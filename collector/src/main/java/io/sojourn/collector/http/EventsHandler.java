package io.sojourn.collector.http;

import io.sojourn.collector.Admission;
import io.sojourn.collector.EventIntake;
import io.sojourn.collector.Intake;
import io.sojourn.collector.Proxies;
import io.sojourn.collector.Refusal;
import io.sojourn.collector.Rejection;
import io.sojourn.eventlog.Id128;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /v1/events}: JSON from a site's own server, read on the IO thread, checked and kept on a worker thread. */
public final class EventsHandler implements HttpHandler {
    private static final int MAX_BODY = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Intake intake;
    private final EventIntake events;
    private final Admission admission;
    private final Senders senders;

    public EventsHandler(Intake intake, EventIntake events, Admission admission, Proxies proxies) {
        this.intake = intake;
        this.events = events;
        this.admission = admission;
        this.senders = new Senders(proxies);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        IngestAnswer.prepare(exchange);
        BodyReader.read(exchange, MAX_BODY, admission.inFlight(), new Body(exchange));
    }

    private final class Body implements BodyReader.Listener, EventIntake.Answer {
        private final HttpServerExchange exchange;

        Body(HttpServerExchange exchange) {
            this.exchange = exchange;
        }

        @Override
        public void whole(ByteBuffer body) {
            InetAddress address = senders.address(exchange);
            if (!admission.limits().allowsAddress(address)) {
                intake.refuse(null, Refusal.TOO_MANY, this);
                return;
            }
            byte[] json = new byte[body.remaining()];
            body.get(json);
            String authorization = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
            exchange.dispatch(() -> events.receive(authorization, json, this));
        }

        @Override
        public void tooLarge() {
            intake.reject(null, Rejection.TOO_LARGE, null, this);
        }

        @Override
        public void crowded() {
            exchange.setPersistent(false);
            intake.refuse(null, Refusal.BUSY, this);
        }

        @Override
        public void broken(IOException trouble) {
            exchange.setPersistent(false);
            intake.reject(null, Rejection.BROKEN_OFF, null, this);
        }

        @Override
        public void logged(List<Id128> lacking) {
            IngestAnswer.logged(exchange);
        }

        @Override
        public void mistaken(List<String> mistakes) {
            Rejection reason = Rejection.WRONG_EVENTS;
            Map<String, Object> problem = Map.of(
                    "type",
                    "about:blank",
                    "title",
                    "Bad Request",
                    "status",
                    reason.status(),
                    "reason",
                    reason.key(),
                    "detail",
                    String.join("; ", mistakes) + ".",
                    "mistakes",
                    mistakes);
            IngestAnswer.send(exchange, reason.status(), JSON.writeValueAsString(problem));
        }

        @Override
        public void rejected(Rejection reason, String detail) {
            IngestAnswer.rejected(exchange, reason, detail);
        }

        @Override
        public void refused(Refusal reason) {
            IngestAnswer.refused(exchange, reason);
        }
    }
}
