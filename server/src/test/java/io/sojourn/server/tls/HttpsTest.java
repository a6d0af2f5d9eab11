package io.sojourn.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS from PEM files, with HTTP/2, and another certificate without a restart. */
class HttpsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    @Test
    void aRenewedCertificateIsUsedForTheNextConnection() throws Exception {
        TlsFiles files = new TlsFiles(folder.resolve("cert.pem"), folder.resolve("key.pem"));
        KeyStore first = make("first", files);
        Certificate certificate = new Certificate(files);
        Undertow server = Undertow.builder()
                .addHttpsListener(0, "127.0.0.1", certificate.context())
                .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
                .setHandler(exchange -> exchange.getResponseSender().send("hello"))
                .build();
        server.start();
        try {
            int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
            assertThat(ask(port, first)).isEqualTo("first HTTP_2");

            Files.writeString(files.certificate(), "half of a certif");
            certificate.run();
            assertThat(ask(port, first)).as("files that are being written").isEqualTo("first HTTP_2");

            KeyStore second = make("second", files);
            Files.setLastModifiedTime(files.certificate(), FileTime.fromMillis(1));
            certificate.run();
            assertThat(ask(port, second)).isEqualTo("second HTTP_2");
        } finally {
            server.stop();
        }
    }

    @Test
    void wrongFilesAreNamedInASentence() throws Exception {
        TlsFiles files = new TlsFiles(folder.resolve("cert.pem"), folder.resolve("key.pem"));
        assertThatThrownBy(() -> new Certificate(files)).hasMessageContaining("no readable file");
        make("one", files);
        Files.writeString(files.key(), "-----BEGIN RSA PRIVATE KEY-----");
        assertThatThrownBy(() -> new Certificate(files)).hasMessageContaining("openssl pkcs8");
    }

    private static String ask(int port, KeyStore trusted) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        HttpResponse<String> answer = HttpClient.newBuilder()
                .sslContext(context)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        X509Certificate shown =
                (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
        return shown.getSubjectX500Principal().getName().replace("CN=", "") + " " + answer.version();
    }

    private KeyStore make(String name, TlsFiles files) throws Exception {
        Path store = folder.resolve(name + ".p12");
        int made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        name,
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .start()
                .waitFor();
        assertThat(made).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        Files.writeString(
                files.key(), pem("PRIVATE KEY", keys.getKey(name, PASSWORD).getEncoded()));
        Files.writeString(
                files.certificate(),
                pem("CERTIFICATE", keys.getCertificate(name).getEncoded()));
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry(name, keys.getCertificate(name));
        return trusted;
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + what + "-----\n";
    }
}
