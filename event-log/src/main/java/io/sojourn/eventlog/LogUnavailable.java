package io.sojourn.eventlog;

import org.jspecify.annotations.Nullable;

/** Weather: the log cannot take or force records now (disk full, disk gone). Trying again later is right. */
public final class LogUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
