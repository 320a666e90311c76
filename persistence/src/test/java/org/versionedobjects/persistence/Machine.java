package org.versionedobjects.persistence;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.types.Types;

/** A type whose rows hold objects that may be older than their types are here. */
final class Machine extends VersionedObject {
    private static final ObjectType.Definition<Machine> DEFINE =
            ObjectType.define(Machine.class, "test", "Machine", Machine::new);

    static final Field<Long> ID = DEFINE.field("id", Types.longInteger());
    static final Field<String> NAME = DEFINE.field("name", Types.string());
    static final Field<List<Disk>> DISKS = DEFINE.field("disks", Types.listOf(Types.object(Disk.class)));
    static final Field<Long> GENERATION = DEFINE.field("generation", Types.longInteger());
    static final ObjectType<Machine> TYPE = DEFINE.version("1.0");

    static final ObjectCodec CODEC = ObjectCodec.of(ObjectRegistry.of(TYPE, Disk.TYPE, Maker.TYPE));

    private static final String SCHEMA = """
        CREATE TABLE machines (id bigint PRIMARY KEY, name varchar(20) NOT NULL, disks varchar(2000) NOT NULL,
          generation bigint NOT NULL, CONSTRAINT ck_machines_name CHECK (name <> 'bad'));
        CREATE TABLE migrated (id bigint NOT NULL);
        """;

    Machine() {
        super(TYPE);
    }

    static Table<Machine> table() {
        return table(CODEC);
    }

    static Table<Machine> table(ObjectCodec codec) {
        return Table.of(TYPE, "machines")
                .key(ID)
                .generation(GENERATION)
                .json(DISKS, "disks", codec)
                .check("ck_machines_name", NAME)
                .build();
    }

    /** Makes the table, and as many rows of the older version, with keys from 1. */
    static void createOld(Engine engine, Jdbi jdbi, int rows) {
        jdbi.useHandle(handle -> handle.createScript(engine.schema(SCHEMA)).execute());
        insert(jdbi, 1, rows, disks(Disk.json("1.0", "d", null)));
    }

    static void insert(Jdbi jdbi, int first, int last, String disks) {
        jdbi.useTransaction(handle -> {
            PreparedBatch batch =
                    handle.prepareBatch("INSERT INTO machines (id, name, disks, generation) VALUES (?, ?, ?, 0)");
            IntStream.rangeClosed(first, last).forEach(id -> batch.add(id, "old", disks));
            batch.execute();
        });
    }

    static String disks(String... json) {
        return List.of(json).stream().collect(Collectors.joining(",", "[", "]"));
    }

    static long older(Jdbi jdbi) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM machines WHERE disks LIKE '%version\":\"1.0\"%'")
                        .mapTo(Long.class)
                        .one());
    }

    /** A type with a field that its first version did not have. */
    static final class Disk extends VersionedObject {
        private static final ObjectType.Definition<Disk> DEFINE_DISK =
                ObjectType.define(Disk.class, "test", "Disk", Disk::new);

        static final Field<String> NAME = DEFINE_DISK.field("name", Types.string());
        static final Field<Long> SIZE =
                DEFINE_DISK.field("size", Types.longInteger().since("1.1"));
        static final Field<Maker> MAKER =
                DEFINE_DISK.field("maker", Types.object(Maker.class).since("1.1"));
        static final ObjectType<Disk> TYPE = DEFINE_DISK.version("1.1");

        Disk() {
            super(TYPE);
        }

        static String json(String version, String name, @Nullable String maker) {
            return envelope(
                    "Disk", version, "\"name\":\"" + name + "\"" + (maker == null ? "" : ",\"maker\":" + maker));
        }
    }

    /** A type inside of that. */
    static final class Maker extends VersionedObject {
        private static final ObjectType.Definition<Maker> DEFINE_MAKER =
                ObjectType.define(Maker.class, "test", "Maker", Maker::new);

        static final Field<String> NAME = DEFINE_MAKER.field("name", Types.string());
        static final Field<String> COUNTRY =
                DEFINE_MAKER.field("country", Types.string().since("1.1"));
        static final ObjectType<Maker> TYPE = DEFINE_MAKER.version("1.1");

        Maker() {
            super(TYPE);
        }

        static String json(String version) {
            return envelope("Maker", version, "\"name\":\"m\"");
        }
    }

    private static String envelope(String name, String version, String data) {
        return "{\"versioned_object.name\":\"" + name + "\",\"versioned_object.namespace\":\"test\","
                + "\"versioned_object.version\":\"" + version + "\",\"versioned_object.data\":{" + data + "}}";
    }
}
