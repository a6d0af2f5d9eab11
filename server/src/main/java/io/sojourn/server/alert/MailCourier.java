package io.sojourn.server.alert;

import io.sojourn.sites.alert.AlertChannel;
import io.sojourn.sites.alert.Delivery;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Sends alerts as plain text mail. Texts of visitors stand in the body only, never in a header. */
public final class MailCourier implements Courier {
    private static final String TIMEOUT_MS = "10000";

    private final MailSettings settings;
    private final MailText text;
    private final InstantSource clock;
    private final Executor executor;

    /** @param executor for what blocks while it talks to the mail server */
    public MailCourier(MailSettings settings, MailText text, InstantSource clock, Executor executor) {
        this.settings = settings;
        this.text = text;
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public CompletionStage<Outcome> carry(AlertChannel channel, List<Delivery> deliveries) {
        return CompletableFuture.supplyAsync(() -> send(channel, deliveries), executor);
    }

    private Outcome send(AlertChannel channel, List<Delivery> deliveries) {
        try {
            MimeMessage message = new MimeMessage(session());
            message.setFrom(new InternetAddress(settings.from()));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(channel.target()));
            message.setSubject(text.subject(deliveries.size()), StandardCharsets.UTF_8.name());
            message.setText(text.body(deliveries), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(clock.instant()));
            Transport.send(message);
            return Outcome.arrived("The mail server took it.");
        } catch (SendFailedException refused) {
            return Outcome.never("The mail server refused: " + refused.getMessage());
        } catch (MessagingException weather) {
            return Outcome.later("The mail server could not be reached: " + weather.getMessage());
        }
    }

    private Session session() {
        String protocol = settings.tls() ? "smtps" : "smtp";
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", protocol);
        properties.put("mail." + protocol + ".host", settings.host());
        properties.put("mail." + protocol + ".port", String.valueOf(settings.port()));
        properties.put("mail." + protocol + ".connectiontimeout", TIMEOUT_MS);
        properties.put("mail." + protocol + ".timeout", TIMEOUT_MS);
        properties.put("mail." + protocol + ".writetimeout", TIMEOUT_MS);
        properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail." + protocol + ".auth", String.valueOf(settings.user() != null));
        return Session.getInstance(properties, login());
    }

    private @Nullable Authenticator login() {
        String user = settings.user();
        if (user == null) {
            return null;
        }
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, settings.password());
            }
        };
    }
}
