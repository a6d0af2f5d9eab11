package io.sojourn.collector.http;

import io.sojourn.collector.Intake;
import io.sojourn.collector.RateLimits;
import io.sojourn.collector.Refusal;
import io.sojourn.collector.Rejection;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.wire.Reply;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * One batch between its request and its answer. Lives on the exchange's IO thread; an answer that comes from the log's own
 * thread, because the log forces the disk first, is taken back there.
 */
final class BatchExchange implements BodyReader.Listener, Intake.Answer {
    private final HttpServerExchange exchange;
    private final Intake intake;
    private final RateLimits limits;
    private final Senders senders;
    private boolean answered;

    BatchExchange(HttpServerExchange exchange, Intake intake, RateLimits limits, Senders senders) {
        this.exchange = exchange;
        this.intake = intake;
        this.limits = limits;
        this.senders = senders;
    }

    @Override
    public void whole(ByteBuffer body) {
        InetAddress address = senders.address(exchange);
        if (limits.allowsAddress(address)) {
            intake.receive(body, senders.sender(exchange), this);
        } else {
            intake.refuse(null, Refusal.TOO_MANY, this);
        }
        if (!answered && !exchange.isDispatched()) {
            exchange.dispatch(); // the handler returns now, the answer comes later
        }
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
        if (!exchange.isInIoThread()) {
            exchange.getIoThread().execute(() -> logged(lacking));
            return;
        }
        answered = true;
        if (lacking.isEmpty()) {
            IngestAnswer.logged(exchange);
        } else {
            IngestAnswer.reply(exchange, reply(lacking));
        }
    }

    @Override
    public void rejected(Rejection reason, String detail) {
        answered = true;
        IngestAnswer.rejected(exchange, reason, detail);
    }

    @Override
    public void refused(Refusal reason) {
        if (!exchange.isInIoThread()) {
            exchange.getIoThread().execute(() -> refused(reason));
            return;
        }
        answered = true;
        IngestAnswer.refused(exchange, reason);
    }

    private static byte[] reply(List<Id128> lacking) {
        Reply.Builder reply = Reply.newBuilder();
        lacking.forEach(hash -> reply.addLacking(hash.toByteString()));
        return reply.build().toByteArray();
    }
}
