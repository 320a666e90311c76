package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Streams of more rows than the heap of this JVM has room for, which the build makes small; they are in a server. */
@Tag("memory")
class StreamMemoryTest {
    private static final int DOUBLINGS = 20;
    private static final long ROWS = 1L << DOUBLINGS; // a million and some
    private static final int LEAST_BYTES_OF_AN_OBJECT = 200;

    private final Jdbi jdbi;
    private final Handle keepingTheDatabaseOpen;
    private final Repository<Volume> volumes;

    StreamMemoryTest() {
        Engine engine =
                Engine.POSTGRESQL; // whose rows are in another process; streams are the same statements everywhere
        Table<Volume> table = Volume.table();
        this.jdbi = Jdbi.create(engine.at(engine.newUrl()));
        this.keepingTheDatabaseOpen = jdbi.open();
        this.volumes = Store.of(jdbi, table).repository(table);
        jdbi.useHandle(
                handle -> handle.createScript(engine.schema(Volume.SCHEMA)).execute());
    }

    @AfterEach
    void close() {
        keepingTheDatabaseOpen.close();
    }

    /** Makes one row, and of all that there are as many others again and again: names get a letter of each time. */
    private void createRows() {
        volumes.create(Volume.named("v"));
        for (int time = 0; time < DOUBLINGS; time++) {
            char letter = (char) ('a' + time);
            jdbi.useTransaction(handle -> handle.execute("INSERT INTO volumes (name, state, size, generation, deleted)"
                    + " SELECT CONCAT(name, '" + letter + "'), state, size, generation, deleted FROM volumes"));
        }
    }

    @Test
    void rowsThatDoNotFitTheHeap_passOneAfterTheOther() {
        createRows();
        assertThat(Runtime.getRuntime().maxMemory())
                .as("this JVM must not hold all objects")
                .isLessThan(ROWS * LEAST_BYTES_OF_AN_OBJECT);
        long[] seen = new long[3];

        volumes.query().forEach(volume -> {
            long id = volume.get(Volume.ID);
            seen[0]++;
            seen[2] += id > seen[1] ? 1 : 0;
            seen[1] = id;
        });

        assertThat(seen[2]).as("how many came in the order of the key").isEqualTo(ROWS);
        assertThat(seen[0]).isEqualTo(ROWS);
    }
}
