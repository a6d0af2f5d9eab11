package io.sojourn.server.demo;

import com.google.protobuf.ByteString;
import java.util.random.RandomGenerator;

/** Ids for made-up visits: repeatable for a seed, and therefore never for real ones. */
final class RandomBytes {
    private RandomBytes() {}

    static ByteString next(RandomGenerator random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return ByteString.copyFrom(bytes);
    }
}
