package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.SoftDeletable;
import org.versionedobjects.types.Timestamps;
import org.versionedobjects.types.Types;

/** A type whose rows stay when they are deleted. */
final class Volume extends VersionedObject implements SoftDeletable, Timestamps {
    private static final ObjectType.Definition<Volume> DEFINE =
            ObjectType.define(Volume.class, "cinder", "Volume", Volume::new);

    static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
    static final Field<String> NAME = DEFINE.field("name", Types.string());
    static final Field<String> STATE = DEFINE.field("state", Types.string());
    static final Field<@Nullable Long> SIZE =
            DEFINE.field("size", Types.longInteger().nullable());
    static final Field<Long> GENERATION = DEFINE.field("generation", Types.longInteger());

    static final ObjectType<Volume> TYPE =
            DEFINE.include(SoftDeletable.MIXIN).include(Timestamps.MIXIN).version("1.0");

    /** The schema of {@link #table}. */
    static final String SCHEMA = """
        CREATE TABLE volumes (id ${generated}, name varchar(255) NOT NULL, state varchar(20), size bigint,
          generation bigint NOT NULL, created_at ${time}, updated_at ${time}, deleted_at ${time}, deleted boolean,
          CONSTRAINT uniq_volumes0name UNIQUE (name));
        CREATE TABLE attachments (id ${generated}, volume_id bigint NOT NULL, host varchar(20));
        """;

    Volume() {
        super(TYPE);
    }

    static Volume named(String name) {
        return TYPE.with(NAME, name).with(STATE, "available").with(SIZE, 1L).build();
    }

    static Table<Volume> table() {
        return Table.of(TYPE, "volumes")
                .generatedKey(ID)
                .naturalKey(NAME)
                .generation(GENERATION)
                .unique("uniq_volumes0name", NAME)
                .createdAt(Timestamps.CREATED_AT)
                .updatedAt(Timestamps.UPDATED_AT)
                .softDelete(SoftDeletable.DELETED_AT, SoftDeletable.DELETED)
                .build();
    }
}
