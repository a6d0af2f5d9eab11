package io.sojourn.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The built agent, from the class path. */
record AgentFiles(String core, String more, String recorder, String stub, String askingStub) {
    private static final String FOLDER = "/io/sojourn/js-snippet/";

    static AgentFiles load() {
        return new AgentFiles(
                text("core.js"), text("more.js"), text("recorder.js"), text("stub.js"), text("stub-asking.js"));
    }

    private static String text(String name) {
        try (InputStream in = AgentFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the agent's " + name + " is not in this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException jarGone) {
            throw new UncheckedIOException(jarGone);
        }
    }
}
