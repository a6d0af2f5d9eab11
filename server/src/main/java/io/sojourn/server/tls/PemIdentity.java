package io.sojourn.server.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key and the certificates that vouch for it. */
record PemIdentity(PrivateKey key, List<X509Certificate> chain) {
    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA");

    /** @throws IllegalArgumentException with a sentence for the owner */
    static PemIdentity read(TlsFiles files) {
        try {
            return new PemIdentity(key(files.key()), chain(files.certificate()));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "there is no readable file " + unreadable.getMessage() + ".", unreadable);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalArgumentException(
                    "receiving.tls.certificate " + files.certificate() + " is not a certificate in PEM.", wrong);
        }
    }

    private static List<X509Certificate> chain(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> chain = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (chain.isEmpty()) {
                throw new GeneralSecurityException("no certificate");
            }
            return chain;
        }
    }

    private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        Matcher pem = PKCS8.matcher(Files.readString(file));
        if (pem.find()) {
            PKCS8EncodedKeySpec bytes =
                    new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
            for (String algorithm : ALGORITHMS) {
                try {
                    return KeyFactory.getInstance(algorithm).generatePrivate(bytes);
                } catch (InvalidKeySpecException another) {
                    // of another kind
                }
            }
        }
        throw new IllegalArgumentException(
                "receiving.tls.key " + file
                        + " is not a private key in PKCS#8. This makes one of it: openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW");
    }
}
