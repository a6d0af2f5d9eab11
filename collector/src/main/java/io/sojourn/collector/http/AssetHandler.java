package io.sojourn.collector.http;

import io.sojourn.collector.Admission;
import io.sojourn.collector.AssetIntake;
import io.sojourn.collector.InFlight;
import io.sojourn.collector.Intake;
import io.sojourn.collector.Proxies;
import io.sojourn.collector.Refusal;
import io.sojourn.collector.Rejection;
import io.sojourn.collector.Sender;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.asset.AssetKind;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/asset?k=SITEKEY&h=HASH}: read on the IO thread, kept on a worker thread. Further parameters: {@code t} is
 * {@code style} (the default) or {@code part}; {@code c=1} says that the body is deflated; {@code s} and {@code v} are session
 * and visitor in hex, for parts.
 */
public final class AssetHandler implements HttpHandler {
    private static final int MAX_BODY = AssetKind.STYLE.maxBytes();

    private final Intake intake;
    private final AssetIntake assets;
    private final Admission admission;
    private final Senders senders;

    public AssetHandler(Intake intake, AssetIntake assets, Admission admission, Proxies proxies) {
        this.intake = intake;
        this.assets = assets;
        this.admission = admission;
        this.senders = new Senders(proxies);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        IngestAnswer.prepare(exchange);
        BodyReader.read(exchange, MAX_BODY, admission.inFlight(), new Body(exchange));
    }

    private static AssetIntake.@Nullable Upload upload(HttpServerExchange exchange) {
        try {
            String type = parameter(exchange, "t");
            return new AssetIntake.Upload(
                    String.valueOf(parameter(exchange, "k")),
                    Id128.parse(String.valueOf(parameter(exchange, "h"))),
                    type == null || type.equals("style") ? AssetKind.STYLE : part(type),
                    "1".equals(parameter(exchange, "c")),
                    id(parameter(exchange, "s")),
                    id(parameter(exchange, "v")));
        } catch (IllegalArgumentException notAsDescribed) {
            return null;
        }
    }

    private static AssetKind part(String type) {
        if (!type.equals("part")) {
            throw new IllegalArgumentException(type);
        }
        return AssetKind.PART;
    }

    private static @Nullable Id128 id(@Nullable String hex) {
        return hex == null ? null : Id128.parse(hex);
    }

    private static @Nullable String parameter(HttpServerExchange exchange, String name) {
        Deque<String> values = exchange.getQueryParameters().get(name);
        return values == null ? null : values.peekFirst();
    }

    private final class Body implements BodyReader.Listener, Intake.Answer {
        private final HttpServerExchange exchange;

        Body(HttpServerExchange exchange) {
            this.exchange = exchange;
        }

        @Override
        public void whole(ByteBuffer body) {
            InetAddress address = senders.address(exchange);
            AssetIntake.Upload upload = upload(exchange);
            if (!admission.limits().allowsAddress(address)) {
                intake.refuse(null, Refusal.TOO_MANY, this);
            } else if (upload == null) {
                intake.reject(null, Rejection.WRONG_ASSET, "k, h, t, c, s or v is missing or wrong", this);
            } else {
                keep(upload, body, senders.sender(exchange));
            }
        }

        private void keep(AssetIntake.Upload upload, ByteBuffer body, Sender sender) {
            InFlight memory = admission.inFlight();
            int size = body.remaining();
            if (!memory.take(size, true)) {
                intake.refuse(null, Refusal.BUSY, this);
                return;
            }
            byte[] bytes = new byte[size];
            body.get(bytes);
            exchange.dispatch(() -> {
                try {
                    assets.receive(upload, bytes, sender, this);
                } finally {
                    memory.giveBack(size);
                }
            });
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
        public void rejected(Rejection reason, String detail) {
            IngestAnswer.rejected(exchange, reason, detail);
        }

        @Override
        public void refused(Refusal reason) {
            IngestAnswer.refused(exchange, reason);
        }
    }
}
