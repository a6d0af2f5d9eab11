package io.sojourn.sessions.kept;

import java.io.IOException;

/** A block does not read as it was written. Its batches are missing from the session; the rest stands. */
final class DamagedBlock extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedBlock(String message) {
        super(message);
    }
}
