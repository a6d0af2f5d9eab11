package io.sojourn.benchmarks.collector;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.jspecify.annotations.Nullable;

/** A server process and what the operating system and its own JVM say of it. */
final class Measured implements AutoCloseable {
    private static final double TICKS_A_SECOND = 100;

    final String name;
    final int port;
    private final Process process;
    private final @Nullable Insight insight;

    /** What a JVM tells of its threads and of its compiler. */
    private record Insight(ThreadMXBean threads, CompilationMXBean compiler) {}

    private Measured(String name, int port, Process process, @Nullable Insight insight) {
        this.name = name;
        this.port = port;
        this.process = process;
        this.insight = insight;
    }

    static Measured java(String name, int port, Path log, List<String> flags, String... main) throws Exception {
        Process process = Java.start(log, flags, main);
        Java.awaitPort(port, process);
        return new Measured(name, port, process, insightInto(process.pid()));
    }

    static Measured other(String name, int port, Process process) throws Exception {
        Java.awaitPort(port, process);
        return new Measured(name, port, process, null);
    }

    /** The process is ours, and so is what it answers. */
    @SuppressWarnings("BanJNDI")
    private static Insight insightInto(long pid) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
        String address = machine.startLocalManagementAgent();
        machine.detach();
        MBeanServerConnection server =
                JMXConnectorFactory.connect(new JMXServiceURL(address)).getMBeanServerConnection();
        return new Insight(
                ManagementFactory.newPlatformMXBeanProxy(
                        server, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class),
                ManagementFactory.newPlatformMXBeanProxy(
                        server, ManagementFactory.COMPILATION_MXBEAN_NAME, CompilationMXBean.class));
    }

    /** User and system time of the process and its children so far, in seconds. */
    double cpuSeconds() throws IOException {
        double sum = ticks(process.pid());
        for (ProcessHandle child : process.toHandle().children().toList()) {
            sum += ticks(child.pid());
        }
        return sum / TICKS_A_SECOND;
    }

    private static double ticks(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
    }

    /** Bytes all its threads have allocated so far; of other programs than ours 0. */
    long allocated() {
        if (insight == null) {
            return 0;
        }
        ThreadMXBean threads = insight.threads();
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }

    /** Milliseconds its compiler has worked so far; of other programs than ours 0. */
    long compiled() {
        return insight == null ? 0 : insight.compiler().getTotalCompilationTime();
    }

    /** Resident megabytes, those of mapped log files not among them. */
    double residentMb() throws IOException {
        long kilobytes = 0;
        boolean log = false;
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/smaps"))) {
            if (line.matches("^[0-9a-f]+-[0-9a-f]+ .*")) {
                log = line.endsWith(".cq4");
            } else if (!log && line.startsWith("Rss:")) {
                kilobytes += Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return kilobytes / 1024.0;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
