package io.sojourn.server.alert;

import org.jspecify.annotations.Nullable;

/**
 * How alerts leave this server.
 *
 * @param mail null when it cannot send mail
 * @param hooksToPrivate hooks may go to this machine and its network: for who runs the receiver there
 */
public record AlertSettings(@Nullable MailSettings mail, boolean hooksToPrivate) {
    public static final AlertSettings DEFAULT = new AlertSettings(null, false);
}
