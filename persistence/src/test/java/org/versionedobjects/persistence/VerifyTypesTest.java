package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.persistence.ColumnTypesTest.Sample;
import org.versionedobjects.types.Types;

/**
 * Every field type beside every type of column: verify has nothing to say just where the values come back as they were and
 * are found.
 */
@OnEveryEngine
class VerifyTypesTest {
    private static final Sample<?> JSON = new Sample<>(
            "json", Types.mapOf(Types.listOf(Types.longInteger())), "", Map.of("a\"\\", List.of(1L, 2L)), Map.of());

    private static final Map<Engine, List<String>> COLUMNS = Map.of(
            Engine.H2,
            List.of(
                    "tinyint",
                    "smallint",
                    "integer",
                    "bigint",
                    "real",
                    "double precision",
                    "numeric(40,6)",
                    "numeric(30)",
                    "decfloat(60)",
                    "boolean",
                    "char(36)",
                    "varchar(300)",
                    "varchar",
                    "varchar_ignorecase(300)",
                    "clob",
                    "binary(99)",
                    "varbinary(999)",
                    "blob",
                    "date",
                    "time(6)",
                    "timestamp",
                    "timestamp(0)",
                    "timestamp(6)",
                    "timestamp(6) with time zone",
                    "uuid",
                    "json",
                    "enum('a','b c')",
                    "enum('a','b')",
                    "interval day to second",
                    "integer array"),
            Engine.POSTGRESQL,
            List.of(
                    "smallint",
                    "integer",
                    "bigint",
                    "real",
                    "double precision",
                    "numeric",
                    "numeric(40,6)",
                    "numeric(30)",
                    "boolean",
                    "char(36)",
                    "varchar(300)",
                    "varchar",
                    "text",
                    "bytea",
                    "date",
                    "time(6)",
                    "timestamp",
                    "timestamp(0)",
                    "timestamp(6)",
                    "timestamptz",
                    "uuid",
                    "json",
                    "jsonb",
                    "inet",
                    "cidr",
                    "macaddr",
                    "interval",
                    "xml",
                    "bit(1)",
                    "text[]",
                    "money",
                    "letter",
                    "short_text",
                    "amount"),
            Engine.MARIADB,
            List.of(
                    "tinyint",
                    "tinyint(1)",
                    "smallint",
                    "mediumint",
                    "int",
                    "int unsigned",
                    "bigint",
                    "bigint unsigned",
                    "float",
                    "double",
                    "decimal(40,6)",
                    "decimal(40,6) unsigned",
                    "decimal(30)",
                    "bit(1)",
                    "bit(64)",
                    "char(36)",
                    "varchar(300)",
                    "text",
                    "longtext",
                    "binary(99)",
                    "varbinary(999)",
                    "blob",
                    "date",
                    "time(6)",
                    "year",
                    "datetime",
                    "datetime(6)",
                    "uuid",
                    "inet4",
                    "inet6",
                    "enum('a','b c')",
                    "enum('a','b')",
                    "set('a','b c')"),
            Engine.SQLITE,
            List.of(
                    "integer",
                    "bigint",
                    "text",
                    "varchar(36)",
                    "clob",
                    "blob",
                    "real",
                    "double precision",
                    "numeric",
                    "decimal(40,6)",
                    "boolean",
                    "datetime",
                    "uuid",
                    ""));

    private final Engine engine;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    VerifyTypesTest(Engine engine) {
        this.engine = engine;
        this.pool = new TestDatabase(engine).pooled(1);
        this.jdbi = Jdbi.create(pool);
    }

    @AfterEach
    void closeThePool() {
        pool.close();
    }

    private void execute(String sql) {
        jdbi.useHandle(handle -> handle.createScript(sql).execute());
    }

    @Test
    void aColumn_isTold_whereValuesDoNotComeBack_andNowhereElse() {
        if (engine == Engine.POSTGRESQL) {
            execute("CREATE TYPE letter AS ENUM ('a', 'b c'); CREATE DOMAIN short_text AS varchar(300);"
                    + "CREATE DOMAIN amount AS numeric(30, 6)");
        }
        List<String> wrong = new ArrayList<>();
        for (String column : COLUMNS.get(engine)) {
            check(column, wrong);
        }

        assertThat(wrong).isEmpty();
    }

    /** Each sample has a column of its own, all of the same type. */
    private void check(String column, List<String> wrong) {
        Things things = Things.of("things" + COLUMNS.get(engine).indexOf(column));
        StringJoiner columns = new StringJoiner(", ", "CREATE TABLE " + things.table.name() + " (", ")");
        columns.add("id bigint PRIMARY KEY");
        things.fields.keySet().forEach(sample -> columns.add("v_" + sample.name() + " " + column));
        execute(columns.toString());
        List<SchemaDifference> differences = jdbi.withHandle(things.table::verify);
        Repository<DynamicObject> repository = Store.of(jdbi, things.table).repository(things.table);
        things.fields.forEach((sample, field) -> {
            List<SchemaDifference> told = differences.stream()
                    .filter(each -> ("v_" + sample.name()).equals(each.column()))
                    .toList();
            String failure = things.failure(repository, sample, field);
            if (failure == null && !told.isEmpty()) {
                wrong.add(sample.name() + " comes back from " + column + ", but verify tells " + told);
            }
            if (failure != null && told.isEmpty()) {
                wrong.add(sample.name() + " in " + column + ": verify tells nothing, but " + failure);
            }
        });
    }

    private record Things(
            ObjectType<DynamicObject> type,
            Field<Long> id,
            Map<Sample<?>, Field<?>> fields,
            Table<DynamicObject> table,
            AtomicLong keys) {
        static Things of(String name) {
            ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("test", "Thing");
            Field<Long> id = define.field("id", Types.longInteger());
            Map<Sample<?>, Field<?>> fields = new LinkedHashMap<>();
            ColumnTypesTest.SAMPLES.forEach(sample -> fields.put(sample, field(define, sample)));
            Field<?> json = field(define, JSON);
            fields.put(JSON, json);
            ObjectType<DynamicObject> type = define.version("1.0");
            return new Things(
                    type, id, fields, Table.of(type, name).key(id).json(json).build(), new AtomicLong());
        }

        private static <T> Field<@Nullable T> field(ObjectType.Definition<DynamicObject> define, Sample<T> sample) {
            return define.field("v_" + sample.name(), sample.type().nullable());
        }

        /** Returns what went wrong with the first value with which anything did; null if all went well. */
        @SuppressWarnings("unchecked") // the field of the sample
        private <T> @Nullable String failure(Repository<DynamicObject> things, Sample<T> sample, Field<?> field) {
            Field<@Nullable T> of = (Field<@Nullable T>) field;
            for (T each : sample.values()) {
                DynamicObject thing = type.newObject();
                thing.set(id, keys.incrementAndGet());
                thing.set(of, each);
                try {
                    things.create(thing);
                    DynamicObject row = things.require(id, thing.get(id));
                    if (!of.type().same(each, row.get(of))) {
                        return thing + " came back as " + row.get(of);
                    }
                    if (!sample.equals(JSON) && things.find(of, each).isEmpty()) {
                        return "it is not found by " + each;
                    }
                } catch (RuntimeException e) {
                    return e.toString();
                }
            }
            return null;
        }
    }
}
