package io.sojourn.sessions.store;

import com.google.protobuf.Descriptors.FieldDescriptor;
import io.sojourn.eventlog.wire.Element;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Element fingerprints as JSON: the fields of the wire's Element in camel case, absent ones left out. Any thread. */
public final class Fingerprints {
    private final JsonMapper json = JsonMapper.shared();

    public String toJson(Element fingerprint) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Map.Entry<FieldDescriptor, Object> field :
                fingerprint.getAllFields().entrySet()) {
            fields.put(field.getKey().getJsonName(), field.getValue());
        }
        return json.writeValueAsString(fields);
    }
}
