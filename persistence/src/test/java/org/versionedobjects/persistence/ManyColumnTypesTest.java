package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.persistence.ColumnTypesTest.Sample;
import org.versionedobjects.types.Types;

/** Values of every field type in many rows at once: in columns, keys and natural keys. */
@OnEveryEngine
class ManyColumnTypesTest {
    private static final List<Sample<?>> MORE = List.of(
            new Sample<>("words", Types.string(), "varchar(20)", "NULL", "{}", "{a,b}", "\\N", "\"", "a\nb\t", "a "),
            new Sample<>("scales", Types.decimal(), "${decimal}", new BigDecimal("1.0"), new BigDecimal("2.00")),
            new Sample<>("padded", Types.string(), "char(8)", "ab", "abc"));

    private final Engine engine;
    private final TestDatabase database;
    private final TimeZone zone = TimeZone.getDefault();
    private long last;

    ManyColumnTypesTest(Engine engine) {
        this.engine = engine;
        this.database = ColumnTypesTest.inZone(engine);
    }

    @AfterEach
    void putTheZoneBack() {
        TimeZone.setDefault(zone);
    }

    private static Stream<Sample<?>> samples() {
        return Stream.concat(ColumnTypesTest.SAMPLES.stream(), MORE.stream());
    }

    /** Samples with several values, of which each is a key. */
    private static Stream<Sample<?>> keys() {
        return samples().filter(sample -> sample.values().size() > 1);
    }

    private static boolean isPadded(Sample<?> sample) {
        return sample.column().startsWith("char");
    }

    private long count(String kind) {
        return database.statements.stream().filter(sql -> sql.startsWith(kind)).count();
    }

    /** Returns the type of a sample's column, in which the texts of keys are told apart by case and blanks. */
    private String column(Sample<?> sample) {
        String type = ColumnTypesTest.column(engine, sample.column());
        boolean isCollated = engine == Engine.MARIADB && type.startsWith("varchar");
        return isCollated ? type + " COLLATE utf8mb4_nopad_bin" : type;
    }

    @Test
    void eachValue_comesBackAsItWas_createdAndSaved() {
        List<String> wrong = new ArrayList<>();
        samples().filter(sample -> !isPadded(sample)).forEach(sample -> checkValues(sample, wrong));

        assertThat(wrong).isEmpty();
    }

    private <T> void checkValues(Sample<T> sample, List<String> wrong) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("test", "Thing");
        Field<Long> id = define.field("id", Types.longInteger());
        Field<@Nullable T> value = define.field("value", sample.type().nullable());
        ObjectType<DynamicObject> type = define.version("1.0");
        String name = "things_" + sample.name();
        database.execute("CREATE TABLE " + name + " (id bigint PRIMARY KEY, value_ " + column(sample) + ")");
        Table<DynamicObject> table =
                Table.of(type, name).key(id).column(value, "value_").build();
        Repository<DynamicObject> things = Store.of(database.jdbi, table).repository(table);
        List<DynamicObject> all = new ArrayList<>();
        List<@Nullable T> values = new ArrayList<>(sample.values());
        values.add(0, null);
        values.add(values.get(1));
        values.forEach(each -> {
            DynamicObject thing = type.newObject();
            thing.set(id, ++last);
            thing.set(value, each);
            all.add(thing);
        });
        database.forget();

        things.createAll(all);
        all.forEach(thing -> compare(sample, thing, things.require(id, thing.get(id)), wrong));
        all.forEach(thing -> thing.touch(value));
        things.saveAll(all);
        all.forEach(thing -> compare(sample, thing, things.require(id, thing.get(id)), wrong));
        if (count("INSERT") != 1 || count("UPDATE") != 1) {
            wrong.add(sample.name() + " took " + database.statements);
        }
    }

    private static void compare(Sample<?> sample, DynamicObject thing, DynamicObject row, List<String> wrong) {
        if (!thing.sameState(row)) {
            wrong.add(sample.name() + ": " + thing + " came back as " + row);
        }
    }

    @Test
    void aKeyOfAnyType_isKnownAgain_whereItsRowIsStale() {
        List<String> wrong = new ArrayList<>();
        keys().forEach(sample -> checkKeys(sample, wrong));

        assertThat(wrong).isEmpty();
    }

    private <T> void checkKeys(Sample<T> sample, List<String> wrong) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("test", "Thing");
        Field<T> key = define.field("key", sample.type());
        Field<Long> number = define.field("number", Types.longInteger());
        Field<Long> generation = define.field("generation", Types.longInteger());
        ObjectType<DynamicObject> type = define.version("1.0");
        String name = "keys_" + sample.name();
        database.execute("CREATE TABLE " + name + " (key_ " + column(sample)
                + " PRIMARY KEY, number_ bigint, generation bigint)");
        Table<DynamicObject> table = Table.of(type, name)
                .key(key)
                .column(key, "key_")
                .column(number, "number_")
                .generation(generation)
                .build();
        Repository<DynamicObject> things = Store.of(database.jdbi, table).repository(table);
        List<DynamicObject> all = new ArrayList<>();
        sample.values().forEach(each -> {
            DynamicObject thing = type.newObject();
            thing.set(key, each);
            thing.set(number, 1L);
            all.add(thing);
        });
        things.createAll(all);
        database.forget();

        all.forEach(thing -> thing.set(number, 2L));
        things.saveAll(all);
        if (count("UPDATE") != 1 && !isPadded(sample)) {
            wrong.add(sample.name() + " took " + database.statements);
        }
        database.execute("UPDATE " + name + " SET generation = 7");
        all.forEach(thing -> thing.set(number, 3L));
        things.many().continuing().saveAll(all, result -> {
            if (!(result.failure() instanceof ConcurrentUpdateConflict)) {
                wrong.add(sample.name() + ": " + result);
            }
        });
        database.execute("DELETE FROM " + name);
        things.many().continuing().deleteAll(all, result -> {
            if (!(result.failure() instanceof GoneConflict)) {
                wrong.add(sample.name() + ": " + result);
            }
        });
    }

    @Test
    void aNaturalKeyOfAnyType_tellsWhichKeyIsWhose() {
        List<String> wrong = new ArrayList<>();
        keys().forEach(sample -> checkNaturalKeys(sample, wrong));

        assertThat(wrong).isEmpty();
    }

    private <T> void checkNaturalKeys(Sample<T> sample, List<String> wrong) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("test", "Thing");
        Field<Long> id = define.field("id", Types.longInteger());
        Field<T> name = define.field("name", sample.type());
        Field<Long> place = define.field("place", Types.longInteger());
        Field<Instant> at = define.field("at", Types.instant());
        ObjectType<DynamicObject> type = define.version("1.0");
        String tableName = "named_" + sample.name();
        database.execute("CREATE TABLE " + tableName + " (id ${generated}, name " + column(sample)
                + ", place bigint, at " + ColumnTypesTest.column(engine, "${zoned}") + ")");
        Table<DynamicObject> table =
                Table.of(type, tableName).generatedKey(id).naturalKey(name).build();
        Repository<DynamicObject> things = Store.of(database.jdbi, table).repository(table);
        List<DynamicObject> all = new ArrayList<>();
        sample.values().forEach(each -> {
            DynamicObject thing = type.newObject();
            thing.set(name, each);
            thing.set(place, ++last);
            thing.set(at, Instant.ofEpochSecond(last));
            all.add(thing);
        });
        database.forget();

        things.createAll(all);

        if (count("INSERT") != 1 && !isPadded(sample)) {
            wrong.add(sample.name() + " took " + database.statements);
        }
        all.forEach(thing -> {
            DynamicObject row = things.require(id, thing.get(id));
            if (!row.get(place).equals(thing.get(place)) || !row.get(at).equals(thing.get(at))) {
                wrong.add(sample.name() + ": " + thing + " came back as " + row);
            }
        });
    }
}
