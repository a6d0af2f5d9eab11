package io.sojourn.server;

import java.nio.file.Path;

/** What stands on the terminal once everything runs. */
final class Greeting {
    private Greeting() {}

    static String of(Assembly server, Path data) {
        String console = server.snippet().publicUrl() + "/";
        String logIn = server.accounts().none()
                ? "First start: choose a password at " + console + "setup#"
                        + server.entrance().setupToken()
                : "Log in at " + console;
        return """
                Sojourn %s is running on %s.
                  %s
                  Everything is kept in %s
                  Stop it with Ctrl-C.""".formatted(
                        Version.NAME, server.url(), logIn, data.toAbsolutePath().normalize());
    }
}
