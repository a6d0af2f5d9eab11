package io.sojourn.eventlog.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.util.JsonFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that the agent's tests write: what TypeScript wrote, Java reads alike, and would have written byte for byte. */
class GoldenFilesTest {
    private static final Path FOLDER = Path.of("..", "js-snippet", "golden");

    @ParameterizedTest
    @ValueSource(strings = {"analysis", "playback"})
    void whatTheAgentWroteIsReadAsItWasMeant(String name) throws Exception {
        Batch batch = batch(name);
        JsonObject meant = JsonParser.parseString(Files.readString(FOLDER.resolve(name + ".json")))
                .getAsJsonObject();

        assertThat(batch.getSiteKey()).isEqualTo(meant.get("siteKey").getAsString());
        assertThat(batch.getLane().name()).isEqualTo(meant.get("lane").getAsString());
        assertThat(batch.getSequence()).isEqualTo(meant.get("sequence").getAsInt());
        assertThat(batch.getSentAt()).isEqualTo(meant.get("sentAt").getAsLong());
        assertThat(batch.getPageStartedAt())
                .isEqualTo(meant.get("pageStartedAt").getAsLong());
        assertThat(EventList.parseFrom(batch.getPayload()).getEventsList()).isEqualTo(events(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"analysis", "playback"})
    void theAgentsWriterAndOursAgreeByteForByte(String name) throws Exception {
        Batch batch = batch(name);
        assertThat(batch.toByteArray()).isEqualTo(Files.readAllBytes(FOLDER.resolve(name + ".bin")));
        byte[] payload = batch.getPayload().toByteArray();
        assertThat(EventList.parseFrom(payload).toByteArray()).isEqualTo(payload);
    }

    private static Batch batch(String name) throws Exception {
        return Batch.parseFrom(Files.readAllBytes(FOLDER.resolve(name + ".bin")));
    }

    private static List<Event> events(JsonObject meant) throws Exception {
        List<Event> events = new ArrayList<>();
        for (JsonElement event : meant.getAsJsonArray("events")) {
            Event.Builder builder = Event.newBuilder();
            JsonFormat.parser().ignoringUnknownFields().merge(event.toString(), builder);
            events.add(builder.build());
        }
        return events;
    }
}
