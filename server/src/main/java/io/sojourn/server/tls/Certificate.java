package io.sojourn.server.tls;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's certificate, from files that others renew. New connections are greeted with what was read last; connections that
 * stand go on. Reading again is for one background thread, greeting for any.
 */
public final class Certificate extends X509ExtendedKeyManager implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Certificate.class);
    private static final String ALIAS = "server";

    private final TlsFiles files;
    private volatile PemIdentity identity;
    private List<FileTime> readAt;

    /** @throws IllegalArgumentException with a sentence for the owner */
    public Certificate(TlsFiles files) {
        this.files = files;
        this.readAt = times();
        this.identity = PemIdentity.read(files);
    }

    public SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {this}, null, null);
            return context;
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }

    /** Reads the files again if they changed. Files that cannot be read, or not yet, leave everything as it is. */
    @Override
    public void run() {
        List<FileTime> now = times();
        if (now.equals(readAt)) {
            return;
        }
        try {
            identity = PemIdentity.read(files);
            readAt = now;
        } catch (IllegalArgumentException halfWritten) {
            LOG.warn("the new certificate is not used: {}", halfWritten.getMessage());
        }
    }

    private List<FileTime> times() {
        return List.of(time(files.certificate()), time(files.key()));
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return keyType.equals(identity.key().getAlgorithm()) ? ALIAS : null;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return chooseEngineServerAlias(keyType, issuers, null);
    }

    @Override
    public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return new String[] {ALIAS};
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return identity.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return identity.key();
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String @Nullable [] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
