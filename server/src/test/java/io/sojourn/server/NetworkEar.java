package io.sojourn.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.Permission;

/** Allows everything and writes down every name that is looked up and every address that is connected to. */
@SuppressWarnings("removal") // the only hook a Java of 17 to 23 has for this
public final class NetworkEar extends SecurityManager {
    static final String FILE = "sojourn.network.calls";

    public NetworkEar() {
        write("listening");
    }

    @Override
    public void checkPermission(Permission permission) {}

    @Override
    public void checkPermission(Permission permission, Object context) {}

    @Override
    public void checkConnect(String host, int port) {
        write(host + ":" + port);
    }

    @Override
    public void checkConnect(String host, int port, Object context) {
        write(host + ":" + port);
    }

    private static synchronized void write(String line) {
        try {
            Files.writeString(
                    Path.of(System.getProperty(FILE)),
                    line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
