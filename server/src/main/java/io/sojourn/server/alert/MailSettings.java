package io.sojourn.server.alert;

import org.jspecify.annotations.Nullable;

/**
 * How this server sends mail.
 *
 * @param tls speak TLS from the first byte; otherwise STARTTLS is used where offered
 */
public record MailSettings(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        String from,
        boolean tls) {}
