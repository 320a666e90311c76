package org.versionedobjects.json;

import java.util.Map;
import org.versionedobjects.VersionedObject;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** All ways into a codec, plain maps among them, for documents that are plain maps. */
enum Way {
    TEXT,
    BYTES,
    STREAM,
    PRIMITIVE;

    /** Writes what is too deep for a codec. */
    private static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(10_000).build())
            .build());

    VersionedObject read(ObjectCodec codec, Map<String, ?> envelope) {
        return this == PRIMITIVE
                ? codec.fromPrimitive(envelope)
                : Entrance.valueOf(name()).read(codec, MAPPER.writeValueAsString(envelope));
    }

    VersionedObject read(ObjectCodec codec, String json) {
        return this == PRIMITIVE
                ? codec.fromPrimitive(JsonMapper.shared().readValue(json, Object.class))
                : Entrance.valueOf(name()).read(codec, json);
    }
}
