package io.sojourn.server;

import io.sojourn.eventlog.DataFolder;
import java.net.BindException;
import java.net.SocketException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says why the start failed: one sentence where the owner can do something about it, everything where it is our bug. */
final class Failure {
    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    private Failure() {}

    /** @return the exit status */
    static int report(Throwable trouble) {
        if (trouble instanceof DataFolder.Unusable || trouble instanceof IllegalArgumentException) {
            System.err.println("sojourn: " + trouble.getMessage());
            return 1;
        }
        String sentence = ofTheNetwork(trouble);
        if (sentence != null) {
            System.err.println("sojourn: " + sentence);
        } else {
            LOG.error("Sojourn could not start", trouble);
        }
        return 1;
    }

    private static @Nullable String ofTheNetwork(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof UnknownHostException || message.contains("Cannot assign requested address")) {
                return "the host is no address of this machine. Choose one with --host, for instance 127.0.0.1 or 0.0.0.0.";
            }
            if (cause instanceof SocketException && message.contains("Permission denied")) {
                return "this user may not listen on the port. Choose one above 1023 with --port.";
            }
            if (cause instanceof BindException) {
                return "the port is in use. Stop what listens there, or choose another with --port.";
            }
        }
        return null;
    }
}
