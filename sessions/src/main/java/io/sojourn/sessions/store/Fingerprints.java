package io.sojourn.sessions.store;

import com.google.protobuf.Descriptors.FieldDescriptor;
import io.sojourn.eventlog.wire.Element;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
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

    /** The other way round; fields this version does not know are left out. */
    public Element fromJson(String fingerprint) {
        JsonNode fields = json.readTree(fingerprint);
        Element.Builder element = Element.newBuilder();
        for (FieldDescriptor field : Element.getDescriptor().getFields()) {
            JsonNode value = fields.get(field.getJsonName());
            if (value != null) {
                element.setField(field, value.isBoolean() ? value.booleanValue() : value.stringValue());
            }
        }
        return element.build();
    }
}
