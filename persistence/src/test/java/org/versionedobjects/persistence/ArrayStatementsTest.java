package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.FieldType;
import org.versionedobjects.ObjectType;
import org.versionedobjects.types.Types;

/** Rows in arrays, whose types PostgreSQL tells, in columns of types with odd names and with values that arrays refuse. */
class ArrayStatementsTest {
    private final TestDatabase database = new TestDatabase(Engine.POSTGRESQL);

    /** A table of one column, and its objects. */
    private final class Things<T> {
        private final ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("test", "Thing");
        private final Field<Long> id = define.field("id", Types.longInteger());
        private final Field<T> value;
        private final ObjectType<DynamicObject> type;
        private final Repository<DynamicObject> repository;
        private long last;

        Things(FieldType<T> fieldType, String columnType) {
            this.value = define.field("value", fieldType);
            this.type = define.version("1.0");
            database.execute("CREATE TABLE things (id bigint PRIMARY KEY, value " + columnType + ")");
            Table<DynamicObject> table = Table.of(type, "things").key(id).build();
            this.repository = Store.of(database.jdbi, table).repository(table);
        }

        List<String> create(List<T> values) {
            List<DynamicObject> all = new ArrayList<>();
            for (T each : values) {
                DynamicObject thing = type.newObject();
                thing.set(id, ++last);
                thing.set(value, each);
                all.add(thing);
            }
            database.forget();
            repository.createAll(all);
            return database.jdbi.withHandle(
                    handle -> handle.createQuery("SELECT CAST(value AS text) FROM things WHERE id > :from ORDER BY id")
                            .bind("from", last - values.size())
                            .mapTo(String.class)
                            .list());
        }

        void assertOneInsert() {
            assertThat(database.statements)
                    .filteredOn(sql -> sql.startsWith("INSERT"))
                    .hasSize(1);
        }
    }

    @Test
    void typesWhoseNamesHaveCapitals_orAreReserved_areFound() {
        for (String name : List.of("\"Mood\"", "\"order\"", "elsewhere.\"Mood\"")) {
            database.execute("DROP TABLE IF EXISTS things; CREATE SCHEMA IF NOT EXISTS elsewhere; CREATE TYPE " + name
                    + " AS ENUM ('good', 'bad')");
            Things<String> things = new Things<>(Types.string(), name);

            assertThat(things.create(List.of("good", "bad"))).containsExactly("good", "bad");
            things.assertOneInsert();
        }
    }

    @Test
    void aTypeThatHasALengthByDefault_keepsThatOfTheColumn() {
        Things<String> things = new Things<>(Types.string(), "bit(3)");

        assertThat(things.create(List.of("101", "110"))).containsExactly("101", "110");
        things.assertOneInsert();
    }

    @Test
    void timesInColumnsOfText_areThoseOfASingleInsert() {
        Things<LocalDateTime> things = new Things<>(Types.localDateTime(), "text");

        assertThat(things.create(List.of(
                        LocalDateTime.parse("2026-11-25T10:00:00"), LocalDateTime.parse("2026-11-25T10:00:00.5"))))
                .containsExactly("2026-11-25 10:00:00", "2026-11-25 10:00:00.5");
    }

    @Test
    void datesBeforeChrist_andOfFiveDigits_areWritten() {
        Things<LocalDate> things = new Things<>(Types.date(), "date");

        assertThat(things.create(List.of(LocalDate.of(-43, 3, 15), LocalDate.of(10_000, 1, 1))))
                .containsExactly("0044-03-15 BC", "10000-01-01");
        things.assertOneInsert();
    }

    @Test
    void aValueThatOnlyASingleInsertTakes_isWritten() {
        Things<BigDecimal> things = new Things<>(Types.decimal(), "integer");

        assertThat(things.create(List.of(BigDecimal.ONE, new BigDecimal("2.0"), BigDecimal.TEN)))
                .containsExactly("1", "2", "10");
    }

    @Test
    void aColumnThatGetsAnotherType_isAskedForItAgain() {
        Things<UUID> things = new Things<>(Types.uuid(), "text");
        List<UUID> values = List.of(UUID.randomUUID(), UUID.randomUUID());
        List<String> texts = values.stream().map(UUID::toString).toList();
        things.create(values);
        database.execute("ALTER TABLE things ALTER COLUMN value TYPE uuid USING CAST(value AS uuid)");

        assertThat(things.create(values)).isEqualTo(texts);
        assertThat(things.create(values)).isEqualTo(texts);
        things.assertOneInsert();
    }
}
