package io.sojourn.server;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: starts everything and runs until it is told to stop. */
@Command(
        name = "serve",
        description = "Start the server.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "In the YAML file the settings are called data, host, port and publicUrl; the command line goes first.",
            "SOJOURN_ADMIN_TOKEN in the environment, at least 16 characters, is a bearer token for the API."
        })
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept (default: ./data).")
    private @Nullable Path data;

    @Option(names = "--port", description = "The port to listen on (default: 7080).")
    private @Nullable Integer port;

    @Option(names = "--host", description = "The address to listen on (default: 127.0.0.1).")
    private @Nullable String host;

    @Option(names = "--public-url", paramLabel = "URL", description = "How visitors' browsers reach this server.")
    private @Nullable String publicUrl;

    @Option(names = "--config", paramLabel = "FILE", description = "The same settings as YAML, and retention.")
    private @Nullable Path config;

    @Override
    public Integer call() throws Exception {
        Assembly server = Assembly.start(settings(), InstantSource.system());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            stopped.countDown();
        }));
        server.follow();
        System.out.println(Greeting.of(server, settings().data()));
        stopped.await();
        return 0;
    }

    private Settings settings() {
        SettingsFile file = SettingsFile.read(config);
        return new Settings(
                data != null ? data : Path.of(file.data() != null ? file.data() : "data"),
                first(host, file.host(), "127.0.0.1"),
                first(port, file.port(), 7080),
                publicUrl != null ? publicUrl : file.publicUrl(),
                System.getenv("SOJOURN_ADMIN_TOKEN"),
                file.keptFor(),
                file.receivedHow(),
                file.told());
    }

    private static <T> T first(@Nullable T said, @Nullable T written, T otherwise) {
        return said != null ? said : written != null ? written : otherwise;
    }
}
