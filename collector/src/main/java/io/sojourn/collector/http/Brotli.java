package io.sojourn.collector.http;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Brotli at its smallest; for what is compressed once and sent often. */
final class Brotli {
    private static final int SMALLEST = 11;

    private Brotli() {}

    /** Null on machines the encoder was not built for; then gzip has to do. */
    static byte @Nullable [] of(byte[] plain) {
        if (!Brotli4jLoader.isAvailable()) {
            return null;
        }
        try {
            return Encoder.compress(plain, new Encoder.Parameters().setQuality(SMALLEST));
        } catch (IOException wouldNot) {
            return null;
        }
    }
}
