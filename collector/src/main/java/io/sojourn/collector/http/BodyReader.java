package io.sojourn.collector.http;

import io.sojourn.collector.BatchHeader;
import io.sojourn.collector.InFlight;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;

/**
 * Reads a request's body without blocking, with the limit held while reading, so that a chunked body cannot pass it. A body
 * that fits into one pooled buffer, as nearly all do, is handed on without being copied.
 */
final class BodyReader {
    private static final long MAX_DISCARDED = 64L << 20;
    /** For a whole body, however busily it drips; silence is cut off earlier by the listener. */
    private static final int MOST_SECONDS = 60;

    private static final byte[] NOTHING = new byte[0];

    private final HttpServerExchange exchange;
    private final int limit;
    private final InFlight memory;
    private final Listener listener;
    private byte[] overflow = NOTHING;
    private int overflowed;
    private boolean playback;
    private boolean over;
    private long discarded;
    private XnioExecutor.@Nullable Key deadline;

    /** Told once how reading ended, on the exchange's IO thread. */
    interface Listener {
        /** The whole body; valid during the call. */
        void whole(ByteBuffer body);

        void tooLarge();

        /** Too much is arriving from all senders together; the rest of the body is not read. */
        void crowded();

        /** The sender went away or broke the protocol; nobody is left to answer. */
        void broken(IOException trouble);
    }

    private BodyReader(HttpServerExchange exchange, int limit, InFlight memory, Listener listener) {
        this.exchange = exchange;
        this.limit = limit;
        this.memory = memory;
        this.listener = listener;
    }

    /** To be called from the handler, on the exchange's IO thread. What has not arrived yet is read from there later. */
    static void read(HttpServerExchange exchange, int limit, InFlight memory, Listener listener) {
        exchange.setMaxEntitySize(-1);
        BodyReader reader = new BodyReader(exchange, limit, memory, listener);
        reader.over = exchange.getRequestContentLength() > limit;
        reader.readFrom(exchange.getRequestChannel());
    }

    private void readFrom(StreamSourceChannel channel) {
        try (PooledByteBuffer pooled =
                exchange.getConnection().getByteBufferPool().allocate()) {
            drain(channel, pooled.getBuffer());
        } catch (IOException trouble) {
            forget();
            inTime();
            listener.broken(trouble);
        }
    }

    private void drain(StreamSourceChannel channel, ByteBuffer buffer) throws IOException {
        while (true) {
            int read = channel.read(buffer);
            if (read == -1) {
                inTime();
                end(buffer);
                return;
            }
            over |= overflowed + buffer.position() > limit;
            if (over && discard(buffer)) {
                inTime();
                listener.tooLarge();
                return;
            }
            boolean pause = read == 0 && buffer.hasRemaining();
            if ((pause || !buffer.hasRemaining()) && !keep(buffer)) {
                forget();
                inTime();
                listener.crowded();
                return;
            }
            if (pause) {
                waitFor(channel);
                return;
            }
        }
    }

    /** Forgets what is in the buffer. @return whether there was so much of it that the end is not waited for */
    private boolean discard(ByteBuffer buffer) {
        discarded += buffer.position();
        buffer.clear();
        forget();
        return discarded > MAX_DISCARDED;
    }

    private void end(ByteBuffer buffer) {
        if (over) {
            listener.tooLarge();
        } else if (overflowed == 0) {
            listener.whole(buffer.flip());
        } else if (keep(buffer)) {
            try {
                listener.whole(ByteBuffer.wrap(overflow, 0, overflowed));
            } finally {
                forget();
            }
        } else {
            forget();
            listener.crowded();
        }
    }

    /** @return whether there was memory for it */
    private boolean keep(ByteBuffer buffer) {
        buffer.flip();
        int size = buffer.remaining();
        if (overflowed == 0 && size > 0) {
            playback = BatchHeader.showsPlayback(buffer);
        }
        if (overflowed + size > overflow.length) {
            int larger = Math.min(Math.max(2 * overflow.length, overflowed + size), limit);
            if (!memory.take(larger - overflow.length, playback)) {
                return false;
            }
            overflow = Arrays.copyOf(overflow, larger);
        }
        buffer.get(overflow, overflowed, size);
        overflowed += size;
        buffer.clear();
        return true;
    }

    private void forget() {
        memory.giveBack(overflow.length);
        overflow = NOTHING;
        overflowed = 0;
    }

    private void inTime() {
        if (deadline != null) {
            deadline.remove();
            deadline = null;
        }
    }

    private void waitFor(StreamSourceChannel channel) {
        if (deadline == null) {
            deadline = exchange.getIoThread()
                    .executeAfter(() -> IoUtils.safeClose(exchange.getConnection()), MOST_SECONDS, TimeUnit.SECONDS);
        }
        channel.getReadSetter().set(ready -> {
            ready.suspendReads();
            readFrom(ready);
        });
        if (exchange.isDispatched()) {
            channel.resumeReads();
        } else {
            exchange.dispatch(Runnable::run, channel::resumeReads);
        }
    }
}
