package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.types.Types;

/** A stream of more rows than the heap of this JVM has room for, which the build makes small; they are in a server. */
@Tag("memory")
class StreamMemoryTest {
    private static final long ROWS = 1_000_000;
    private static final int LEAST_BYTES_OF_AN_OBJECT = 200;

    private final ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("test", "Row");
    private final Field<Long> id = define.field("id", Types.longInteger());
    private final Field<String> name = define.field("name", Types.string());
    private final Table<DynamicObject> table =
            Table.of(define.version("1.0"), "many").key(id).build();
    private final Jdbi jdbi = Jdbi.create(Engine.POSTGRESQL.newDatabase());

    @Test
    void rowsThatDoNotFitTheHeap_passOneAfterTheOther() {
        jdbi.useHandle(handle -> handle.createScript("CREATE TABLE many (id bigint PRIMARY KEY, name text NOT NULL);"
                        + " INSERT INTO many SELECT i, 'a row with the number ' || i FROM generate_series(1, " + ROWS
                        + ") i")
                .execute());
        assertThat(Runtime.getRuntime().maxMemory())
                .as("this JVM must not hold all objects")
                .isLessThan(ROWS * LEAST_BYTES_OF_AN_OBJECT);
        long[] seen = new long[2];

        Store.of(jdbi, table).repository(table).query().forEach(row -> {
            seen[0]++;
            boolean isNext = row.get(id) == seen[0] && row.get(name).endsWith(" " + seen[0]);
            seen[1] += isNext ? 1 : 0;
        });

        assertThat(seen).containsExactly(ROWS, ROWS);
    }
}
