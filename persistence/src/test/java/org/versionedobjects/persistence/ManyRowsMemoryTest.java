package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** More rows in one call than the heap of its JVM has room for, which the build makes small; they are in a server. */
@Tag("memory")
class ManyRowsMemoryTest {
    private static final int ROWS = 100_000;
    private static final int NAME_LENGTH = 2_000;

    @Test
    void rowsThatDoNotFitTheHeap_areWrittenContinuing() {
        assertThat(Runtime.getRuntime().maxMemory())
                .as("this JVM must not hold all rows")
                .isLessThan((long) ROWS * NAME_LENGTH);
        VolumeDatabase database = new VolumeDatabase(new TestDatabase(Engine.POSTGRESQL));
        database.database.execute("ALTER TABLE volumes ALTER COLUMN name TYPE text;"
                + " ALTER TABLE volumes DROP CONSTRAINT uniq_volumes0name");
        String padding = "n".repeat(NAME_LENGTH);
        Iterable<Volume> volumes = () -> each(padding);

        RowProgress progress = database.volumes.many().continuing().createAll(volumes, result -> {});

        assertThat(progress).isEqualTo(new RowProgress(ROWS, ROWS, 0, 0));
        assertThat(database.database.count("SELECT COUNT(*) FROM volumes")).isEqualTo(ROWS);
    }

    private static Iterator<Volume> each(String padding) {
        return IntStream.range(0, ROWS).mapToObj(i -> Volume.named(i + padding)).iterator();
    }
}
