package io.sojourn.server;

import com.sun.management.UnixOperatingSystemMXBean;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import org.jspecify.annotations.Nullable;

/** The process itself: what it uses, and whether it is about to run out of file descriptors, after which nobody can connect. */
final class OpenFiles {
    private static final double NEARLY_ALL = 0.9;

    private OpenFiles() {}

    @SuppressWarnings("resource") // lives as long as the process
    static void watch(MeterRegistry metrics) {
        new FileDescriptorMetrics().bindTo(metrics);
        new JvmMemoryMetrics().bindTo(metrics);
        new JvmGcMetrics().bindTo(metrics);
        new ProcessorMetrics().bindTo(metrics);
        new UptimeMetrics().bindTo(metrics);
    }

    /** A sentence when nearly all file descriptors are open, else null. */
    static @Nullable String trouble() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        if (!(system instanceof UnixOperatingSystemMXBean unix)) {
            return null;
        }
        long open = unix.getOpenFileDescriptorCount();
        long most = unix.getMaxFileDescriptorCount();
        return open < NEARLY_ALL * most
                ? null
                : open + " of " + most
                        + " file descriptors are open. Allow more (ulimit -n, LimitNOFILE=), or fewer connections.";
    }
}
