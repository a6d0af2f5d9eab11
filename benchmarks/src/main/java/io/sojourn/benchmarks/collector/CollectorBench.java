package io.sojourn.benchmarks.collector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * {@code ./sojourn bench collector [rounds] [seconds]}: an empty Undertow, our collector in both durabilities, and nginx, each a
 * process of its own, in interleaved rounds on this machine under one wrk. What counts are ratios within a round.
 */
public final class CollectorBench {
    private static final int CONNECTIONS = 32;
    private static final int WARM_UP_S = 10;
    private static final int MOST_WARM_UPS = 12;
    /** A compiler that works less than this share of the time has done what there was to do. */
    private static final double CALM = 0.02;

    private final int rounds;
    private final int seconds;
    private final Map<String, List<Round>> all = new LinkedHashMap<>();

    private record Round(double perSecond, double cpuMicros, double allocated, double p50Micros) {}

    private CollectorBench(int rounds, int seconds) {
        this.rounds = rounds;
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        Path folder = Files.createTempDirectory("sojourn-bench-collector");
        try {
            new CollectorBench(rounds, seconds).run(folder);
        } finally {
            Folders.delete(folder);
        }
        System.exit(0); // the connections to the servers' management keep threads
    }

    private void run(Path folder) throws Exception {
        List<Measured> servers = new ArrayList<>();
        try {
            servers.add(bare(folder));
            servers.add(ours("ours", "process-crash", folder));
            servers.add(ours("ours, power-loss", "power-loss", folder));
            if (Nginx.installed()) {
                servers.add(Nginx.start(folder));
            }
            Map<Measured, Wrk> loads = new LinkedHashMap<>();
            for (Measured server : servers) {
                Wrk wrk = load(server, folder);
                loads.put(server, wrk);
                all.put(server.name, new ArrayList<>());
                warmUp(server, wrk);
            }
            for (int round = 0; round < rounds; round++) {
                for (Map.Entry<Measured, Wrk> each : loads.entrySet()) {
                    of(each.getKey().name).add(measure(each.getKey(), each.getValue()));
                }
            }
            Measured ours = servers.get(1);
            CollectorReport report = new CollectorReport(rounds, seconds, CONNECTIONS);
            all.forEach((name, results) -> report.row(
                    name,
                    ratios(results, Round::perSecond),
                    ratios(results, Round::cpuMicros),
                    beyond(results),
                    values(results, Round::cpuMicros),
                    values(results, Round::perSecond)));
            report.resident(ours.residentMb(), servers.get(0).residentMb());
            report.crowd(Crowd.beside(ours, Objects.requireNonNull(loads.get(ours)), 5, seconds));
            report.write();
        } finally {
            for (Measured server : servers) {
                server.close();
            }
        }
    }

    /** Until the compiler has calmed down: on two cores it would be measured along for a minute. */
    private static void warmUp(Measured server, Wrk wrk) throws IOException, InterruptedException {
        long before = server.compiled();
        for (int i = 0; i < MOST_WARM_UPS; i++) {
            wrk.run(server.port, CONNECTIONS, WARM_UP_S);
            long after = server.compiled();
            if (after - before < CALM * WARM_UP_S * 1_000) {
                return;
            }
            before = after;
        }
    }

    private static Measured bare(Path folder) throws Exception {
        int port = Java.freePort();
        return Measured.java(
                "bare Undertow", port, folder.resolve("bare.log"), List.of(), BareServer.class.getName(), "" + port);
    }

    private static Measured ours(String name, String durability, Path folder) throws Exception {
        int port = Java.freePort();
        return Measured.java(
                name,
                port,
                folder.resolve(durability + ".log"),
                List.of(),
                "io.sojourn.server.CollectorAlone",
                folder.resolve(durability).toString(),
                "" + port,
                durability);
    }

    private static Wrk load(Measured server, Path folder) throws IOException, InterruptedException {
        String key = server.name.startsWith("ours") ? OurSite.on(server.port) : "abcdefghijkm";
        return new Wrk(
                Files.createDirectory(folder.resolve("wrk-" + server.port)), OurSite.batch(key, 1), OurSite.ORIGIN);
    }

    private Round measure(Measured server, Wrk wrk) throws IOException, InterruptedException {
        double cpu = server.cpuSeconds();
        long allocated = server.allocated();
        Wrk.Load load = wrk.run(server.port, CONNECTIONS, seconds);
        if (load.notOk() > 0) {
            throw new IllegalStateException(server.name + " refused " + load.notOk());
        }
        double requests = Math.max(1, load.requests());
        return new Round(
                load.perSecond(),
                (server.cpuSeconds() - cpu) * 1e6 / requests,
                (server.allocated() - allocated) / requests,
                load.p50Micros());
    }

    private interface Value {
        double of(Round round);
    }

    private List<Round> of(String name) {
        return all.computeIfAbsent(name, fresh -> new ArrayList<>());
    }

    private List<Double> ratios(List<Round> results, Value value) {
        List<Round> bare = of("bare Undertow");
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            ratios.add(value.of(results.get(i)) / value.of(bare.get(i)));
        }
        return ratios;
    }

    private List<Double> beyond(List<Round> results) {
        List<Round> bare = of("bare Undertow");
        List<Double> beyond = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            beyond.add(results.get(i).allocated() - bare.get(i).allocated());
        }
        return beyond;
    }

    private static List<Double> values(List<Round> results, Value value) {
        return results.stream().map(value::of).toList();
    }
}
