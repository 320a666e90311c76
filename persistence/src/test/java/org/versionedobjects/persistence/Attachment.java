package org.versionedobjects.persistence;

import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Types;

/** A type that refers to volumes. */
final class Attachment extends VersionedObject {
    private static final ObjectType.Definition<Attachment> DEFINE =
            ObjectType.define(Attachment.class, "cinder", "Attachment", Attachment::new);

    static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
    static final Field<Volume> VOLUME = DEFINE.field("volume", Types.object(Volume.class));
    static final Field<String> HOST = DEFINE.field("host", Types.string());

    static final ObjectType<Attachment> TYPE = DEFINE.version("1.0");

    Attachment() {
        super(TYPE);
    }

    static Attachment of(Volume volume, String host) {
        return TYPE.with(VOLUME, volume).with(HOST, host).build();
    }

    static Table<Attachment> table(Table<Volume> volumes) {
        return Table.of(TYPE, "attachments")
                .generatedKey(ID)
                .reference(VOLUME, "volume_id", volumes)
                .build();
    }
}
