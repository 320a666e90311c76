package org.versionedobjects.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.versionedobjects.VersionedObject;

/** All ways out of a codec; each must behave alike. */
enum Exit {
    TEXT {
        @Override
        Object write(ObjectCodec codec, VersionedObject object) {
            return codec.toJson(object);
        }
    },
    BYTES {
        @Override
        Object write(ObjectCodec codec, VersionedObject object) {
            return new String(codec.toBytes(object), StandardCharsets.UTF_8);
        }
    },
    STREAM {
        @Override
        Object write(ObjectCodec codec, VersionedObject object) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            codec.write(object, out);
            return out.toString(StandardCharsets.UTF_8);
        }
    },
    PRIMITIVE {
        @Override
        Object write(ObjectCodec codec, VersionedObject object) {
            return codec.toPrimitive(object);
        }
    };

    abstract Object write(ObjectCodec codec, VersionedObject object);
}
