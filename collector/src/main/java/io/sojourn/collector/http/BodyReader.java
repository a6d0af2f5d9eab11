package io.sojourn.collector.http;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.xnio.channels.StreamSourceChannel;

/**
 * Reads a request's body without blocking, with the limit held while reading, so that a chunked body cannot pass it. A body
 * that fits into one pooled buffer, as nearly all do, is handed on without being copied.
 */
final class BodyReader {
    private static final long MAX_DISCARDED = 64L << 20;

    private final HttpServerExchange exchange;
    private final int limit;
    private final Listener listener;
    private byte[] overflow = new byte[0];
    private int overflowed;
    private boolean over;
    private long discarded;

    /** Told once how reading ended. */
    interface Listener {
        /** The whole body; valid during the call. */
        void whole(ByteBuffer body);

        void tooLarge();

        /** The sender went away or broke the protocol; nobody is left to answer. */
        void broken(IOException trouble);
    }

    private BodyReader(HttpServerExchange exchange, int limit, Listener listener) {
        this.exchange = exchange;
        this.limit = limit;
        this.listener = listener;
    }

    /** To be called on the exchange's IO thread. */
    static void read(HttpServerExchange exchange, int limit, Listener listener) {
        exchange.setMaxEntitySize(-1);
        BodyReader reader = new BodyReader(exchange, limit, listener);
        reader.over = exchange.getRequestContentLength() > limit;
        reader.readFrom(exchange.getRequestChannel());
    }

    private void readFrom(StreamSourceChannel channel) {
        try (PooledByteBuffer pooled =
                exchange.getConnection().getByteBufferPool().allocate()) {
            drain(channel, pooled.getBuffer());
        } catch (IOException trouble) {
            listener.broken(trouble);
        }
    }

    private void drain(StreamSourceChannel channel, ByteBuffer buffer) throws IOException {
        while (true) {
            int read = channel.read(buffer);
            if (read == -1) {
                end(buffer);
                return;
            }
            over |= overflowed + buffer.position() > limit;
            if (over && discard(buffer)) {
                listener.tooLarge();
                return;
            }
            if (read == 0 && buffer.hasRemaining()) {
                keep(buffer);
                waitFor(channel);
                return;
            }
            if (!buffer.hasRemaining()) {
                keep(buffer);
            }
        }
    }

    /** Forgets what is in the buffer. @return whether there was so much of it that the end is not waited for */
    private boolean discard(ByteBuffer buffer) {
        discarded += buffer.position();
        buffer.clear();
        overflow = new byte[0];
        overflowed = 0;
        return discarded > MAX_DISCARDED;
    }

    private void end(ByteBuffer buffer) {
        if (over) {
            listener.tooLarge();
        } else if (overflowed == 0) {
            listener.whole(buffer.flip());
        } else {
            keep(buffer);
            listener.whole(ByteBuffer.wrap(overflow, 0, overflowed));
        }
    }

    private void keep(ByteBuffer buffer) {
        buffer.flip();
        int size = buffer.remaining();
        if (overflowed + size > overflow.length) {
            overflow = Arrays.copyOf(overflow, Math.min(Math.max(2 * overflow.length, overflowed + size), limit));
        }
        buffer.get(overflow, overflowed, size);
        overflowed += size;
        buffer.clear();
    }

    private void waitFor(StreamSourceChannel channel) {
        channel.getReadSetter().set(ready -> {
            ready.suspendReads();
            readFrom(ready);
        });
        channel.resumeReads();
    }
}
