package io.sojourn.server.tls;

import java.nio.file.Path;

/**
 * @param certificate PEM: the server's certificate, then those that signed it
 * @param key PEM in PKCS#8, not encrypted
 */
public record TlsFiles(Path certificate, Path key) {}
