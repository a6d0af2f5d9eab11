package io.sojourn.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.server.testing.Api;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Who speaks HTTP wrongly on purpose is answered or cut off, and others are served as before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileClientsTest {
    private Assembly server;
    private int port;
    private String script;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = Assembly.start(new Settings(folder, "127.0.0.1", 0, null, Api.TOKEN), InstantSource.system());
        port = URI.create(server.url()).getPort();
        String made = new Api(server.url())
                .post("/api/sites", "{\"name\": \"Shop\", \"origins\": [\"shop.example\"]}")
                .get("key")
                .asString();
        script = "/s/" + made + ".js";
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aRequestWhoseEndIsInDoubtIsRefusedAndNothingBehindItIsRead() throws Exception {
        String behind = "GET " + script + " HTTP/1.1\r\nHost: x\r\n\r\n";
        once("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + behind);
        once("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n" + behind);
        once("Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + behind);
        once("Content-Length: 0\r\nContent-Length: 50\r\n\r\n" + behind);
        once("Content-Length: -1\r\n\r\n" + behind);
        once("Content-Length: 0x0\r\n\r\n" + behind);
        once("Content-Length: 99999999999999999999\r\n\r\n" + behind);
    }

    private void once(String rest) throws Exception {
        String answer = say("POST /v1/batch HTTP/1.1\r\nHost: x\r\n" + rest);
        assertThat(answer).as(rest).doesNotContain(" 200 ");
        assertThat(answer.split("HTTP/1.1 ", -1).length).as(rest).isLessThanOrEqualTo(2);
        stillServes();
    }

    @Test
    void floodsOfHeadersAreCutOff() throws Exception {
        assertThat(say("GET / HTTP/1.1\r\nHost: x\r\n" + "A: b\r\n".repeat(5_000) + "\r\n"))
                .doesNotContain(" 200 ");
        assertThat(say("GET / HTTP/1.1\r\nHost: x\r\nA: " + "b".repeat(200_000) + "\r\n\r\n"))
                .doesNotContain(" 200 ");
        assertThat(say("GET /" + "a".repeat(200_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .doesNotContain(" 200 ");
        stillServes();
    }

    @Test
    void pathsLeadNowhereElse() throws Exception {
        for (String path : new String[] {
            "/s/../../etc/passwd",
            "/s/..%2f..%2fformat",
            "/v/%2e%2e/%2e%2e/format",
            "/../format",
            "/s/%00.js",
            "//etc/passwd",
            "/assets/..;/..;/format",
            "/s/\\..\\format"
        }) {
            String answer = say("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(path).doesNotContain("root:").doesNotContain("\r\n\r\n1\n");
        }
        stillServes();
    }

    @Test
    void randomBytesAreNoRequest() throws Exception {
        Random random = new Random(9);
        for (int i = 0; i < 100; i++) {
            byte[] noise = new byte[1 + random.nextInt(2_000)];
            random.nextBytes(noise);
            assertThat(say(noise)).doesNotContain(" 200 ");
        }
        stillServes();
    }

    @Test
    void aScriptComesInTheCodingThatIsAskedForAndTellsCachesWhatItIs() throws Exception {
        assertThat(ask("br, gzip")).contains("Content-Encoding: br").contains("ETag: ");
        assertThat(ask("gzip;q=1, br;q=0")).contains("Content-Encoding: gzip").contains("Vary: Accept-Encoding");
        assertThat(ask("identity"))
                .doesNotContain("Content-Encoding")
                .contains("Access-Control-Allow-Origin: *")
                .contains("Cross-Origin-Resource-Policy: cross-origin")
                .contains("Cache-Control: public, max-age=300");
    }

    private String ask(String coding) throws IOException {
        return say("GET " + script + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept-Encoding: " + coding
                + "\r\n\r\n");
    }

    private void stillServes() throws IOException {
        assertThat(ask("identity")).contains(" 200 ");
    }

    private String say(String request) throws IOException {
        return say(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Everything that is answered until the server closes, or nothing more comes after the end of what is said. */
    private String say(byte[] bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            try {
                socket.getOutputStream().write(bytes);
                socket.shutdownOutput();
            } catch (IOException cutOff) {
                return "";
            }
            return answer(socket.getInputStream());
        }
    }

    private static String answer(InputStream in) {
        StringBuilder answer = new StringBuilder();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                answer.append((char) next);
            }
        } catch (IOException cutOff) {
            // then this is all
        }
        return answer.toString();
    }
}
