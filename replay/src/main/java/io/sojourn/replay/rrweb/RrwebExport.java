package io.sojourn.replay.rrweb;

import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes scenes one after the other as one JSON array of rrweb events, without keeping more than a page in memory. */
public final class RrwebExport {
    /** Every level of a page is an object in an array. */
    private static final int DEEPEST = 4_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(DEEPEST).build())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private RrwebExport() {}

    /** Leaves the stream open. @throws tools.jackson.core.JacksonException when the stream does not take it */
    public static void write(List<RrwebScene> scenes, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartArray();
            for (RrwebScene scene : scenes) {
                new SceneWriter(json, scene).write();
            }
            json.writeEndArray();
        }
    }
}
