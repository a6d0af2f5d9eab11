package io.sojourn.server;

import io.sojourn.eventlog.DataFolder;
import java.net.BindException;
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
        } else if (isCausedBy(trouble, BindException.class)) {
            System.err.println("sojourn: the port is in use. Stop what listens there, or choose another with --port.");
        } else {
            LOG.error("Sojourn could not start", trouble);
        }
        return 1;
    }

    private static boolean isCausedBy(Throwable trouble, Class<?> kind) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
