package io.sojourn.collector.http;

import io.sojourn.collector.Addresses;
import io.sojourn.collector.Proxies;
import io.sojourn.collector.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Who sent a request. The whole address is only compared and counted; what is handed on is cut. */
final class Senders {
    private static final int MAX_USER_AGENT = 512;
    private static final AttachmentKey<Known> KNOWN = AttachmentKey.create(Known.class);

    private final Proxies proxies;

    /** An address and its cut text, kept with the connection: cutting anew cost 250 bytes for each request. */
    private record Known(InetAddress address, String cut) {}

    Senders(Proxies proxies) {
        this.proxies = proxies;
    }

    InetAddress address(HttpServerExchange exchange) {
        return proxies.sender(
                exchange.getSourceAddress().getAddress(),
                exchange.getRequestHeaders().getFirst(Headers.X_FORWARDED_FOR));
    }

    Sender sender(HttpServerExchange exchange, InetAddress address) {
        HeaderMap headers = exchange.getRequestHeaders();
        return new Sender(
                headers.getFirst(Headers.ORIGIN), cut(headers.getFirst(Headers.USER_AGENT)), cut(exchange, address));
    }

    private static String cut(HttpServerExchange exchange, InetAddress address) {
        Known known = exchange.getConnection().getAttachment(KNOWN);
        if (known == null || !known.address().equals(address)) {
            known = new Known(address, Addresses.truncate(address));
            exchange.getConnection().putAttachment(KNOWN, known);
        }
        return known.cut();
    }

    private static String cut(@Nullable String agent) {
        return agent == null ? "" : agent.substring(0, Math.min(agent.length(), MAX_USER_AGENT));
    }
}
