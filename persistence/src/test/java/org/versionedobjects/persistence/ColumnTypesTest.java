package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.FieldType;
import org.versionedobjects.ObjectType;
import org.versionedobjects.types.IpAddress;
import org.versionedobjects.types.IpNetwork;
import org.versionedobjects.types.Types;

/** Every value of every field type goes into a column and comes back the same, on every engine. */
@OnEveryEngine
class ColumnTypesTest {
    private static final List<Sample<?>> SAMPLES = List.of(
            new Sample<>("integer", Types.integer(), "integer", 0, Integer.MIN_VALUE, Integer.MAX_VALUE),
            new Sample<>("long", Types.longInteger(), "bigint", 0L, Long.MIN_VALUE, Long.MAX_VALUE),
            new Sample<>(
                    "big", Types.bigInteger(), "${decimal}", BigInteger.ONE.shiftLeft(70), BigInteger.TEN.negate()),
            new Sample<>("decimal", Types.decimal(), "${decimal}", new BigDecimal("12345678901234567890.125")),
            new Sample<>("double", Types.floatingPoint(), "double precision", 0.1, -1e300, 5.0, Double.MIN_NORMAL),
            new Sample<>("bool", Types.bool(), "boolean", true, false),
            new Sample<>("text", Types.string(), "varchar(300)", "", "é😀'\"\\ %_", "x".repeat(300)),
            new Sample<>("secret", Types.secretString(), "varchar(20)", "s3cret"),
            new Sample<>("day", Types.enumOf(DayOfWeek.class), "varchar(20)", DayOfWeek.values()),
            new Sample<>("choice", Types.oneOf("a", "b c"), "varchar(20)", "a", "b c"),
            new Sample<>("uuid_text", Types.uuid(), "varchar(36)", UUID.randomUUID()),
            new Sample<>("uuid", Types.uuid(), "${uuid}", UUID.randomUUID()),
            new Sample<>(
                    "instant",
                    Types.instant(),
                    "${time}",
                    Instant.EPOCH,
                    Instant.parse("2026-10-25T00:30:00.123456Z"),
                    Instant.parse("2026-10-25T01:30:00.123456Z"),
                    Instant.parse("2026-03-29T01:30:00Z"),
                    Instant.parse("9999-12-31T23:59:59.999999Z")),
            new Sample<>(
                    "zoned",
                    Types.instant(),
                    "${zoned}",
                    Instant.parse("2026-10-25T00:30:00.123456Z"),
                    Instant.parse("2026-10-25T01:30:00.123456Z"),
                    Instant.parse("2026-03-29T01:30:00Z")),
            new Sample<>(
                    "offset",
                    Types.offsetDateTime(),
                    "varchar(40)",
                    OffsetDateTime.parse("2026-11-25T10:00:00.123456789+05:30")),
            new Sample<>(
                    "local",
                    Types.localDateTime(),
                    "${time}",
                    LocalDateTime.parse("2026-03-29T02:30:00.000001"),
                    LocalDateTime.parse("2026-10-25T02:30:00")),
            new Sample<>("date", Types.date(), "date", LocalDate.parse("2026-03-29"), LocalDate.parse("1900-01-01")),
            new Sample<>("duration", Types.duration(), "varchar(40)", Duration.ofMillis(-90_061_001), Duration.ZERO),
            new Sample<>("bytes", Types.bytes(), "${bytes}", new byte[0], new byte[] {0, -1, 39, 92}),
            new Sample<>("uri", Types.uri(), "varchar(99)", URI.create("https://a.example/b?c=d#e")),
            new Sample<>("mac", Types.macAddress(), "varchar(20)", "52:54:00:cf:2d:31"),
            new Sample<>("pci", Types.pciAddress(), "varchar(20)", "0000:00:1f.2"),
            new Sample<>("ip", Types.ipAddress(), "varchar(45)", IpAddress.parse("::1"), IpAddress.parse("192.0.2.1")),
            new Sample<>("network", Types.ipNetwork(), "varchar(50)", IpNetwork.parse("10.0.0.0/8")),
            new Sample<>(
                    "mapped",
                    Types.mapped(Types.string(), "a word", Word::new, Word::text),
                    "varchar(20)",
                    new Word("w")),
            new Sample<>(
                    "mapped_bytes",
                    Types.mapped(Types.bytes(), "a hash", Hash::of, Hash::bytes),
                    "${hash}",
                    Hash.of(new byte[] {1, 2})),
            new Sample<>(
                    "mapped_number",
                    Types.mapped(Types.longInteger(), "an id", Id::new, Id::number),
                    "bigint",
                    new Id(Long.MAX_VALUE)));

    private final Engine engine;
    private final TestDatabase database;
    private final TimeZone zone = TimeZone.getDefault();

    ColumnTypesTest(Engine engine) {
        // a zone with a night in which an hour is missing, and one in which an hour comes twice
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        this.engine = engine;
        this.database = new TestDatabase(engine);
    }

    @AfterEach
    void putTheZoneBack() {
        TimeZone.setDefault(zone);
    }

    record Word(String text) {}

    record Id(Long number) {}

    record Hash(List<Byte> parts) {
        static Hash of(byte[] bytes) {
            List<Byte> parts = new ArrayList<>();
            for (byte each : bytes) {
                parts.add(each);
            }
            return new Hash(parts);
        }

        byte[] bytes() {
            byte[] bytes = new byte[parts.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = parts.get(i);
            }
            return bytes;
        }
    }

    /** A field type, the type of its column, and values. */
    private record Sample<T>(String name, FieldType<T> type, String column, List<T> values) {
        @SafeVarargs
        @SuppressWarnings("varargs") // they are only copied
        Sample(String name, FieldType<T> type, String column, T... values) {
            this(name, type, column, List.of(values));
        }
    }

    @Test
    void eachValue_comesBackAsItWas_andIsFound() {
        List<String> wrong = new ArrayList<>();
        for (Sample<?> sample : SAMPLES) {
            check(sample, wrong);
        }

        assertThat(wrong).isEmpty();
    }

    private <T> void check(Sample<T> sample, List<String> wrong) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("test", "Thing");
        Field<Long> id = define.field("id", Types.longInteger());
        Field<@Nullable T> value = define.field("value", sample.type().nullable());
        ObjectType<DynamicObject> type = define.version("1.0");
        String name = "things_" + sample.name();
        database.execute("CREATE TABLE " + name + " (id bigint PRIMARY KEY, val " + column(sample.column()) + ")");
        Table<DynamicObject> table =
                Table.of(type, name).key(id).column(value, "val").build();
        Repository<DynamicObject> things = Store.of(database.jdbi, table).repository(table);
        long key = 0;
        List<@Nullable T> values = new ArrayList<>(sample.values());
        values.add(null);
        for (T each : values) {
            DynamicObject thing = type.newObject();
            thing.set(id, ++key);
            thing.set(value, each);
            try {
                things.create(thing);
                DynamicObject row = things.require(id, key);
                if (!thing.sameState(row)) {
                    wrong.add(sample.name() + ": " + thing + " came back as " + row);
                }
                row.touch(value);
                things.save(row);
                if (each != null && things.find(value, each).isEmpty()) {
                    wrong.add(sample.name() + ": not found by " + each);
                }
            } catch (RuntimeException e) {
                wrong.add(sample.name() + ": " + e);
            }
        }
    }

    private String column(String type) {
        return engine.schema(
                switch (type) {
                    case "${decimal}" -> engine == Engine.SQLITE ? "text" : "decimal(40, 6)";
                    case "${uuid}" -> engine == Engine.SQLITE ? "text" : "uuid";
                    case "${zoned}" ->
                        switch (engine) {
                            case H2, POSTGRESQL -> "timestamp(6) with time zone";
                            case MARIADB -> "datetime(6)";
                            case SQLITE -> "text";
                        };
                    case "${bytes}" ->
                        switch (engine) {
                            case H2 -> "varbinary(99)";
                            case POSTGRESQL -> "bytea";
                            case MARIADB -> "varbinary(99)";
                            case SQLITE -> "blob";
                        };
                    case "${hash}" ->
                        engine == Engine.POSTGRESQL ? "text" : engine == Engine.SQLITE ? "blob" : "varbinary(99)";
                    case "date" -> engine == Engine.SQLITE ? "text" : "date";
                    default -> type;
                });
    }

    @Test
    void aFieldOfAnyJson_needsAColumnOfJson() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("test", "Thing");
        Field<Long> id = define.field("id", Types.longInteger());
        define.field("any", Types.json());
        TableBuilder<DynamicObject> table =
                Table.of(define.version("1.0"), "things").key(id);

        assertThatThrownBy(table::build)
                .isInstanceOf(InvalidTableException.class)
                .hasMessageContaining("declare json(…) for it");
    }

    @Test
    void aValueThatNoColumnHolds_isRefusedBeforeAnyStatement() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("test", "Thing");
        Field<String> name = define.field("name", Types.string());
        Field<List<String>> tags = define.field("tags", Types.listOf(Types.string()));
        ObjectType<DynamicObject> type = define.version("1.0");
        Table<DynamicObject> table = Table.of(type, "things").key(name).build();
        DynamicObject thing = type.newObject();
        thing.set(name, "n");
        thing.set(tags, List.of("a"));
        database.forget();

        assertThatThrownBy(
                        () -> Store.of(database.jdbi, table).repository(table).create(thing))
                .isInstanceOf(UnsavableException.class)
                .hasMessageContaining("declare json(…) for the field");
        assertThat(database.statements).isEmpty();
    }
}
