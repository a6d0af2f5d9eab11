package io.sojourn.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The same settings as the command line's, written down: {@code --config FILE}. What the command line says goes first. */
record SettingsFile(
        @Nullable String data,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String publicUrl) {
    static final SettingsFile EMPTY = new SettingsFile(null, null, null, null);

    /** @throws IllegalArgumentException with a sentence for the owner */
    static SettingsFile read(@Nullable Path file) {
        if (file == null) {
            return EMPTY;
        }
        try {
            YAMLMapper yaml = YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
            SettingsFile read = yaml.readValue(file.toFile(), SettingsFile.class);
            return read == null ? EMPTY : read;
        } catch (JacksonException wrong) {
            throw new IllegalArgumentException(
                    "the settings in " + file + " cannot be read: " + wrong.getOriginalMessage(), wrong);
        }
    }
}
