package org.versionedobjects.json;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.versionedobjects.VersionedObject;

/** The ways into a codec for a document; each must behave alike. */
enum Entrance {
    TEXT {
        @Override
        VersionedObject read(ObjectCodec codec, String json) {
            return codec.fromJson(json);
        }
    },
    BYTES {
        @Override
        VersionedObject read(ObjectCodec codec, String json) {
            return codec.fromBytes(json.getBytes(StandardCharsets.UTF_8));
        }
    },
    STREAM {
        @Override
        VersionedObject read(ObjectCodec codec, String json) {
            return codec.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        }
    };

    abstract VersionedObject read(ObjectCodec codec, String json);
}
