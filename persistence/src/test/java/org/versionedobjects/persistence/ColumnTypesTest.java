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
import java.util.Map;
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
import org.versionedobjects.types.VersionPredicate;

/** Every value of every field type goes into a column and comes back the same, on every engine. */
@OnEveryEngine
class ColumnTypesTest {
    private static final String ZONE = "Europe/Berlin";

    static final List<Sample<?>> SAMPLES = List.of(
            new Sample<>("integer", Types.integer(), "integer", 0, Integer.MIN_VALUE, Integer.MAX_VALUE),
            new Sample<>("long", Types.longInteger(), "bigint", 0L, Long.MIN_VALUE, Long.MAX_VALUE),
            new Sample<>(
                    "big",
                    Types.bigInteger(),
                    "${decimal}",
                    BigInteger.ONE.shiftLeft(70).add(BigInteger.ONE),
                    BigInteger.TEN.negate()),
            new Sample<>("decimal", Types.decimal(), "${decimal}", new BigDecimal("12345678901234567890.125")),
            new Sample<>(
                    "double",
                    Types.floatingPoint(),
                    "double precision",
                    0.1,
                    -1e300,
                    5.0,
                    Double.MIN_NORMAL,
                    Double.MAX_VALUE),
            new Sample<>("bool", Types.bool(), "boolean", true, false),
            new Sample<>("text", Types.string(), "varchar(300)", "", "é😀'\"\\ %_", " 007 ", "x".repeat(300)),
            new Sample<>("secret", Types.secretString(), "varchar(20)", "s3cret", "1e3 ", "a\\b"),
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
            new Sample<>(
                    "date",
                    Types.date(),
                    "date",
                    LocalDate.parse("2026-03-29"),
                    LocalDate.parse("1900-01-01"),
                    LocalDate.parse("0001-01-01"),
                    LocalDate.parse("9999-12-31")),
            new Sample<>("duration", Types.duration(), "varchar(40)", Duration.ofMillis(-90_061_001), Duration.ZERO),
            new Sample<>("bytes", Types.bytes(), "${bytes}", new byte[0], new byte[] {0, -1, 39, 92}),
            new Sample<>("uri", Types.uri(), "varchar(99)", URI.create("https://a.example/b?c=d#e"), URI.create("10")),
            new Sample<>("mac", Types.macAddress(), "varchar(20)", "52:54:00:cf:2d:31"),
            new Sample<>("pci", Types.pciAddress(), "varchar(20)", "0000:00:1f.2"),
            new Sample<>(
                    "ip",
                    Types.ipAddress(),
                    "varchar(45)",
                    IpAddress.parse("::1"),
                    IpAddress.parse("192.0.2.1"),
                    IpAddress.parse("2001:1db8:1111:2222:3333:4444:5555:6666")),
            new Sample<>("ip4", Types.ipv4Address(), "varchar(15)", IpAddress.parse("192.0.2.1")),
            new Sample<>(
                    "ip6",
                    Types.ipv6Address(),
                    "varchar(45)",
                    IpAddress.parse("2001:db8::1"),
                    IpAddress.parse("2001:1db8:1111:2222:3333:4444:5555:6666")),
            new Sample<>(
                    "network4",
                    Types.ipv4Network(),
                    "varchar(18)",
                    IpNetwork.parse("10.0.0.0/8"),
                    IpNetwork.parse("192.0.2.1/32")),
            new Sample<>(
                    "network6",
                    Types.ipv6Network(),
                    "varchar(49)",
                    IpNetwork.parse("2001:db8::/32"),
                    IpNetwork.parse("2001:db8::1/128")),
            new Sample<>("predicate", Types.versionPredicate(), "varchar(40)", new VersionPredicate(">=1.2, <2.0")),
            new Sample<>("flexible", Types.flexibleBool(), "boolean", true, false),
            new Sample<>(
                    "network",
                    Types.ipNetwork(),
                    "varchar(50)",
                    IpNetwork.parse("10.0.0.0/8"),
                    IpNetwork.parse("192.0.2.1/32")),
            new Sample<>(
                    "mapped",
                    Types.mapped(Types.string(), "a word", Word::new, Word::text),
                    "varchar(20)",
                    new Word("w"),
                    new Word("01 "),
                    new Word("a\\b")),
            new Sample<>(
                    "mapped_bytes",
                    Types.mapped(Types.bytes(), "a hash", Hash::of, Hash::bytes),
                    "${hash}",
                    Hash.of(new byte[] {1, 2}),
                    Hash.of(new byte[] {(byte) 0xd7, 0x6d, (byte) 0xf8})),
            new Sample<>(
                    "mapped_number",
                    Types.mapped(Types.longInteger(), "an id", Id::new, Id::number),
                    "bigint",
                    new Id(Long.MAX_VALUE),
                    new Id(Long.MIN_VALUE)),
            new Sample<>(
                    "mapped_time",
                    boxed(Types.instant()),
                    "${time}",
                    new Box<>(Instant.ofEpochSecond(1)),
                    new Box<>(Instant.parse("2026-11-25T10:00:00.000001Z"))),
            new Sample<>(
                    "mapped_zoned",
                    boxed(Types.instant()),
                    "${zoned}",
                    new Box<>(Instant.ofEpochSecond(1)),
                    new Box<>(Instant.parse("2026-11-25T10:00:00.000001Z"))),
            new Sample<>("mapped_date", boxed(Types.date()), "date", new Box<>(LocalDate.EPOCH)),
            new Sample<>(
                    "mapped_local",
                    boxed(Types.localDateTime()),
                    "${time}",
                    new Box<>(LocalDateTime.MIN.withYear(1)),
                    new Box<>(LocalDateTime.parse("2026-11-25T10:00:00.000001"))),
            new Sample<>("mapped_uuid", boxed(Types.uuid()), "${uuid}", new Box<>(UUID.randomUUID())),
            new Sample<>("mapped_bool", boxed(Types.bool()), "boolean", new Box<>(true), new Box<>(false)),
            new Sample<>(
                    "mapped_decimal",
                    boxed(Types.decimal()),
                    "${decimal}",
                    new Box<>(new BigDecimal("12345678901234567890.125"))),
            new Sample<>("mapped_twice", boxed(boxed(Types.date())), "date", new Box<>(new Box<>(LocalDate.EPOCH))));

    /** Types of columns that only some engines have. */
    private static final Map<Engine, List<Sample<?>>> NATIVE = Map.of(
            Engine.POSTGRESQL,
            List.of(
                    new Sample<>(
                            "inet", Types.ipAddress(), "inet", IpAddress.parse("192.0.2.1"), IpAddress.parse("::1")),
                    new Sample<>("cidr", Types.ipNetwork(), "cidr", IpNetwork.parse("10.0.0.0/8")),
                    new Sample<>("macaddr", Types.macAddress(), "macaddr", "52:54:00:cf:2d:31")),
            Engine.MARIADB,
            List.of(
                    new Sample<>("inet6", Types.ipv6Address(), "inet6", IpAddress.parse("2001:db8::1")),
                    new Sample<>("enumerated", Types.oneOf("a", "b c"), "enum('a', 'b c')", "a", "b c")),
            Engine.H2,
            List.of(new Sample<>("enumerated", Types.oneOf("a", "b c"), "enum('a', 'b c')", "a", "b c")));

    private final Engine engine;
    private final TestDatabase database;
    private final TimeZone zone = TimeZone.getDefault();

    ColumnTypesTest(Engine engine) {
        this.engine = engine;
        this.database = inZone(engine);
    }

    @AfterEach
    void putTheZoneBack() {
        TimeZone.setDefault(zone);
    }

    /** Makes this JVM, and sessions of a new database, be in a zone that has an hour twice in one night and not in another. */
    static TestDatabase inZone(Engine engine) {
        TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
        return new TestDatabase(
                engine,
                // which would keep the zone that this JVM was in at first
                engine == Engine.H2 ? engine.at(engine.newUrl() + ";TIME ZONE=" + ZONE) : engine.newDatabase());
    }

    record Word(String text) {}

    /** Any value in a box, for types mapped to another one. */
    record Box<T>(T value) {}

    private static <T> FieldType<Box<T>> boxed(FieldType<T> type) {
        return Types.mapped(type, "a box", Box::new, Box::value);
    }

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
    record Sample<T>(String name, FieldType<T> type, String column, List<T> values) {
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
        return column(engine, type);
    }

    /** Returns the type of a sample's column in the words of an engine. */
    static String column(Engine engine, String type) {
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
                        engine == Engine.POSTGRESQL ? "bytea" : engine == Engine.SQLITE ? "blob" : "varbinary(99)";
                    case "date" -> engine == Engine.SQLITE ? "text" : "date";
                    default -> type;
                });
    }

    @Test
    void aTimeFinerThanAColumn_isCutInTheObjectToo() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("test", "Thing");
        Field<Instant> at = define.field("at", Types.instant());
        Field<LocalDateTime> local = define.field("local", Types.localDateTime());
        ObjectType<DynamicObject> type = define.version("1.0");
        database.execute(engine.schema("CREATE TABLE fine (at ${time} PRIMARY KEY, local ${time})"));
        Table<DynamicObject> table = Table.of(type, "fine").key(at).build();
        Repository<DynamicObject> things = Store.of(database.jdbi, table).repository(table);
        Instant finer = Instant.parse("2026-11-25T10:00:00.123456999Z");
        DynamicObject thing = type.newObject();
        thing.set(at, finer);
        thing.set(local, LocalDateTime.parse("2026-11-25T10:00:00.000000999"));

        things.create(thing);

        assertThat(thing.get(at)).isEqualTo("2026-11-25T10:00:00.123456Z");
        assertThat(thing.hasChanges()).isFalse();
        assertThat(things.require(at, finer).differencesFrom(thing)).isEmpty();
    }

    @Test
    void aTimeAsTheDatabaseWritesIt_isRead() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("test", "Thing");
        Field<Long> id = define.field("id", Types.longInteger());
        Field<Instant> at = define.field("at", Types.instant());
        ObjectType<DynamicObject> type = define.version("1.0");
        database.execute(engine.schema("CREATE TABLE stamped (id bigint PRIMARY KEY, at ${time})"));
        database.execute("INSERT INTO stamped VALUES (1, '2026-11-25 10:00:00')");
        database.execute("INSERT INTO stamped VALUES (2, '2026-11-25 10:00:00.25')");
        Table<DynamicObject> table = Table.of(type, "stamped").key(id).build();
        Repository<DynamicObject> things = Store.of(database.jdbi, table).repository(table);

        assertThat(things.require(id, 1L).get(at)).isEqualTo("2026-11-25T10:00:00Z");
        assertThat(things.require(id, 2L).get(at)).isEqualTo("2026-11-25T10:00:00.25Z");
    }

    @Test
    void textualValues_goIntoColumnsOfTheirOwnTypes() {
        List<String> wrong = new ArrayList<>();
        NATIVE.getOrDefault(engine, List.of()).forEach(sample -> check(sample, wrong));

        assertThat(wrong).isEmpty();
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
