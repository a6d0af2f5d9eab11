package io.sojourn.collector.http;

import io.sojourn.collector.Admission;
import io.sojourn.collector.Intake;
import io.sojourn.collector.Proxies;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/**
 * {@code POST /v1/batch}: read, check, append, answer, all on the IO thread. 204 only after the append is done.
 *
 * <p>The listener needs {@code MAX_ENTITY_SIZE} -1: Undertow's own limit cuts the connection instead of answering, and is
 * fixed for a chunked body before a handler is asked. Ours is held by {@link BodyReader}.
 */
public final class BatchHandler implements HttpHandler {
    /** One request's bytes. Agents send 32 KB; a snapshot's piece may be larger. */
    public static final int MAX_BODY = 4 << 20;

    private final Intake intake;
    private final Admission admission;
    private final Senders senders;

    public BatchHandler(Intake intake, Admission admission, Proxies proxies) {
        this.intake = intake;
        this.admission = admission;
        this.senders = new Senders(proxies);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        IngestAnswer.prepare(exchange);
        BatchExchange batch = new BatchExchange(exchange, intake, admission.limits(), senders);
        BodyReader.read(exchange, MAX_BODY, admission.inFlight(), batch);
    }
}
