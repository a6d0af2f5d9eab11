package io.sojourn.benchmarks.collector;

import io.undertow.Undertow;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import org.xnio.channels.StreamSourceChannel;

/** The least an Undertow can do with a request: read its body, forget it, answer 204. A process of its own. */
public final class BareServer {
    private BareServer() {}

    public static void main(String[] arguments) {
        Undertow.builder()
                .addHttpListener(Integer.parseInt(arguments[0]), "127.0.0.1")
                .setHandler(BareServer::read)
                .build()
                .start();
    }

    private static void read(HttpServerExchange exchange) throws IOException {
        drain(exchange, exchange.getRequestChannel());
    }

    private static void drain(HttpServerExchange exchange, StreamSourceChannel channel) throws IOException {
        try (PooledByteBuffer pooled =
                exchange.getConnection().getByteBufferPool().allocate()) {
            while (true) {
                int read = channel.read(pooled.getBuffer());
                if (read == -1) {
                    exchange.setStatusCode(204).endExchange();
                    return;
                }
                if (read == 0) {
                    waitFor(exchange, channel);
                    return;
                }
                pooled.getBuffer().clear();
            }
        }
    }

    private static void waitFor(HttpServerExchange exchange, StreamSourceChannel channel) {
        channel.getReadSetter().set(ready -> {
            ready.suspendReads();
            try {
                drain(exchange, ready);
            } catch (IOException gone) {
                exchange.endExchange();
            }
        });
        if (exchange.isDispatched()) {
            channel.resumeReads();
        } else {
            exchange.dispatch(Runnable::run, channel::resumeReads);
        }
    }
}
