package org.versionedobjects.persistence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.types.SoftDeletable;
import org.versionedobjects.types.Timestamps;
import org.versionedobjects.types.Types;

/** A type with a column of each kind: plain, nullable, JSON, a reference, and all that a store keeps. */
final class Computer extends VersionedObject implements SoftDeletable, Timestamps {
    private static final ObjectType.Definition<Computer> DEFINE =
            ObjectType.define(Computer.class, "test", "Computer", Computer::new);

    static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
    static final Field<String> NAME = DEFINE.field("name", Types.string());
    static final Field<String> LABEL = DEFINE.field("label", Types.string());
    static final Field<Long> SIZE = DEFINE.field("size", Types.longInteger());
    static final Field<@Nullable String> NOTE =
            DEFINE.field("note", Types.string().nullable());
    static final Field<List<Long>> TAGS = DEFINE.field("tags", Types.listOf(Types.longInteger()));
    static final Field<Disk> DISK = DEFINE.field("disk", Types.object(Disk.class));
    static final Field<@Nullable Rack> RACK =
            DEFINE.field("rack", Types.object(Rack.class).nullable());
    static final Field<Long> GENERATION = DEFINE.field("generation", Types.longInteger());

    static final ObjectType<Computer> TYPE =
            DEFINE.include(SoftDeletable.MIXIN).include(Timestamps.MIXIN).version("1.0");

    static final Table<Computer> TABLE = Table.of(TYPE, "computers")
            .generatedKey(ID)
            .naturalKey(NAME)
            .generation(GENERATION)
            .unique("uniq_computers0name", NAME)
            .json(TAGS)
            .json(DISK, "disk", ObjectCodec.of(ObjectRegistry.of(Disk.TYPE)))
            .reference(RACK, "rack_id", Rack.TABLE)
            .createdAt(Timestamps.CREATED_AT)
            .updatedAt(Timestamps.UPDATED_AT)
            .softDelete(SoftDeletable.DELETED_AT, SoftDeletable.DELETED)
            .build();

    Computer() {
        super(TYPE);
    }

    static Computer named(String name, Rack rack) {
        return TYPE.with(NAME, name)
                .with(LABEL, "a")
                .with(SIZE, 0L)
                .with(NOTE, null)
                .with(TAGS, List.of())
                .with(
                        DISK,
                        Disk.TYPE.with(Disk.KIND, "fast").with(Disk.SIZE, 0L).build())
                .with(RACK, rack)
                .build();
    }

    /** Returns the schema of {@link #TABLE} and {@link Rack#TABLE}. */
    static String schema(Engine engine) {
        String json = engine == Engine.POSTGRESQL ? "jsonb" : "varchar(999)";
        return """
            CREATE TABLE racks (id ${generated}, label varchar(20) NOT NULL, generation bigint NOT NULL);
            CREATE TABLE computers (id ${generated}, name varchar(20) NOT NULL, label varchar(20) NOT NULL,
              size bigint NOT NULL, note varchar(20), tags ${json} NOT NULL, disk ${json} NOT NULL, rack_id bigint,
              generation bigint NOT NULL, created_at ${time}, updated_at ${time}, deleted_at ${time}, deleted boolean,
              CONSTRAINT uniq_computers0name UNIQUE (name));
            """.replace("${json}", json);
    }

    /** A type that stands whole in a column of JSON. */
    static final class Disk extends VersionedObject {
        private static final ObjectType.Definition<Disk> DEFINE_DISK =
                ObjectType.define(Disk.class, "test", "Disk", Disk::new);

        static final Field<String> KIND = DEFINE_DISK.field("kind", Types.string());
        static final Field<Long> SIZE = DEFINE_DISK.field("size", Types.longInteger());

        static final ObjectType<Disk> TYPE = DEFINE_DISK.version("1.0");

        Disk() {
            super(TYPE);
        }
    }

    /** A type that is referred to. */
    static final class Rack extends VersionedObject {
        private static final ObjectType.Definition<Rack> DEFINE_RACK =
                ObjectType.define(Rack.class, "test", "Rack", Rack::new);

        static final Field<Long> ID =
                DEFINE_RACK.field("id", Types.longInteger().readOnly());
        static final Field<String> LABEL = DEFINE_RACK.field("label", Types.string());
        static final Field<Long> GENERATION = DEFINE_RACK.field("generation", Types.longInteger());

        static final ObjectType<Rack> TYPE = DEFINE_RACK.version("1.0");

        static final Table<Rack> TABLE =
                Table.of(TYPE, "racks").generatedKey(ID).generation(GENERATION).build();

        Rack() {
            super(TYPE);
        }
    }
}
