package io.sojourn.server;

import io.sojourn.server.alert.AlertSettings;
import io.sojourn.server.alert.MailSettings;
import io.sojourn.sessions.follow.Retention;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The settings of the command line, and those that are too many for it, written down: {@code --config FILE}. What the
 * command line says goes first.
 */
record SettingsFile(
        @Nullable String data,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String publicUrl,
        @Nullable Kept retention,
        @Nullable ReceivingFile receiving,
        @Nullable Alerts alerts) {
    static final SettingsFile EMPTY = new SettingsFile(null, null, null, null, null, null, null);

    /** Days, and gigabytes at most; what is not said is as usual. */
    record Kept(
            @Nullable Integer analysisDays,
            @Nullable Integer playbackDays,
            @Nullable Double analysisGb,
            @Nullable Double playbackGb) {}

    /** @param hooksToPrivateAddresses for who runs the receiver in the server's own network */
    record Alerts(@Nullable Mail mail, @Nullable Boolean hooksToPrivateAddresses) {}

    /** The mail server that takes alerts. */
    record Mail(
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String user,
            @Nullable String password,
            @Nullable String from,
            @Nullable Boolean tls) {
        MailSettings checked() {
            if (host == null || from == null || !from.contains("@")) {
                throw new IllegalArgumentException("alerts.mail needs a host and a from, which is an e-mail address.");
            }
            boolean encrypted = Boolean.TRUE.equals(tls);
            int usual = encrypted ? 465 : 587;
            return new MailSettings(host, port == null ? usual : port, user, password, from, encrypted);
        }
    }

    /** @throws IllegalArgumentException with a sentence for the owner */
    AlertSettings told() {
        if (alerts == null) {
            return AlertSettings.DEFAULT;
        }
        Mail mail = alerts.mail();
        return new AlertSettings(
                mail == null ? null : mail.checked(), Boolean.TRUE.equals(alerts.hooksToPrivateAddresses()));
    }

    /** @throws IllegalArgumentException with a sentence for the owner */
    Retention keptFor() {
        Retention usual = Retention.DEFAULT;
        if (retention == null) {
            return usual;
        }
        return new Retention(
                        days(retention.analysisDays(), usual.analysis()),
                        days(retention.playbackDays(), usual.playback()))
                .atMost(bytes(retention.analysisGb()), bytes(retention.playbackGb()));
    }

    /** @throws IllegalArgumentException with a sentence for the owner */
    Receiving receivedHow() {
        return receiving == null ? Receiving.DEFAULT : receiving.receiving();
    }

    private static long bytes(@Nullable Double gigabytes) {
        return gigabytes == null ? 0 : (long) (gigabytes * (1L << 30));
    }

    private static Duration days(@Nullable Integer said, Duration otherwise) {
        return said == null ? otherwise : Duration.ofDays(said);
    }

    /** @throws IllegalArgumentException with a sentence for the owner */
    static SettingsFile read(@Nullable Path file) {
        if (file == null) {
            return EMPTY;
        }
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no settings file " + file + ".");
        }
        try {
            YAMLMapper yaml = YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
            SettingsFile read = yaml.readValue(file.toFile(), SettingsFile.class);
            return read == null ? EMPTY : read;
        } catch (JacksonException wrong) {
            throw new IllegalArgumentException("the settings in " + file + " cannot be read: " + why(wrong), wrong);
        }
    }

    private static String why(JacksonException wrong) {
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            return "there is no setting \"" + unknown.getPropertyName() + "\". There are " + names() + ".";
        }
        if (wrong instanceof MismatchedInputException && !wrong.getPath().isEmpty()) {
            return "what stands under \"" + wrong.getPath().get(0).getPropertyName() + "\" is of the wrong kind.";
        }
        return wrong.getOriginalMessage();
    }

    private static String names() {
        return Arrays.stream(SettingsFile.class.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.joining(", "));
    }
}
