package io.sojourn.collector.http;

import io.sojourn.collector.Addresses;
import io.sojourn.collector.Proxies;
import io.sojourn.collector.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.net.InetAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who sent a request. The whole address is only compared and counted; what is handed on is cut. */
final class Senders {
    private static final int MAX_USER_AGENT = 512;
    private static final AttachmentKey<Known> KNOWN = AttachmentKey.create(Known.class);

    private final Proxies proxies;

    /**
     * What a connection's last request was found to come from, kept with the connection: reading and cutting addresses anew
     * cost a tenth of a request. A proxy's connection carries many senders, so the header is part of it.
     */
    private record Known(@Nullable String forwardedFor, InetAddress address, String cut) {}

    Senders(Proxies proxies) {
        this.proxies = proxies;
    }

    InetAddress address(HttpServerExchange exchange) {
        return known(exchange).address();
    }

    Sender sender(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getRequestHeaders();
        return new Sender(
                headers.getFirst(Headers.ORIGIN),
                cut(headers.getFirst(Headers.USER_AGENT)),
                known(exchange).cut());
    }

    private Known known(HttpServerExchange exchange) {
        String forwardedFor = exchange.getRequestHeaders().getFirst(Headers.X_FORWARDED_FOR);
        Known known = exchange.getConnection().getAttachment(KNOWN);
        if (known == null || !Objects.equals(known.forwardedFor(), forwardedFor)) {
            InetAddress address = proxies.sender(exchange.getSourceAddress().getAddress(), forwardedFor);
            known = new Known(forwardedFor, address, Addresses.truncate(address));
            exchange.getConnection().putAttachment(KNOWN, known);
        }
        return known;
    }

    private static String cut(@Nullable String agent) {
        return agent == null ? "" : agent.substring(0, Math.min(agent.length(), MAX_USER_AGENT));
    }
}
