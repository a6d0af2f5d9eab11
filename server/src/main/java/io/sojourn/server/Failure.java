package io.sojourn.server;

import io.sojourn.eventlog.DataFolder;
import java.net.BindException;
import java.net.UnknownHostException;
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
            System.err.println(
                    "sojourn: the port is in use, or the address is not this machine's. Stop what listens there, or choose"
                            + " others with --port and --host.");
        } else if (isCausedBy(trouble, UnknownHostException.class)) {
            System.err.println(
                    "sojourn: this machine has no such address. Give --host one of its own, such as 127.0.0.1.");
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
