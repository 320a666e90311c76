package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.versionedobjects.persistence.Machine.Disk;
import org.versionedobjects.persistence.migration.MigrationRunner;
import org.versionedobjects.persistence.migration.OnlineMigration;
import org.versionedobjects.persistence.migration.RunReport;

/** A migration of more rows than the heap of its JVM has room for, which the build makes small; they are in a server. */
@Tag("memory")
class MigrationMemoryTest {
    private static final long ROWS = 200_000;
    private static final int NAME_LENGTH = 700;
    private static final int BATCH = 500;

    @Test
    void rowsThatDoNotFitTheHeap_areMigrated() {
        Jdbi jdbi = Jdbi.create(Engine.POSTGRESQL.newDatabase());
        Machine.createOld(Engine.POSTGRESQL, jdbi, 0);
        String disks = Machine.disks(Disk.json("1.0", "d".repeat(NAME_LENGTH), null));
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO machines (id, name, disks, generation)"
                        + " SELECT id, 'old', :disks, 0 FROM generate_series(1, :rows) AS id")
                .bind("disks", disks)
                .bind("rows", ROWS)
                .execute());
        assertThat(Runtime.getRuntime().maxMemory())
                .as("this JVM must not hold all rows")
                .isLessThan(ROWS * NAME_LENGTH);
        Table<Machine> table = Machine.table();

        RunReport report = MigrationRunner.builder(Store.of(jdbi, table))
                .migrations(OnlineMigration.rewriting("disks", table, Machine.DISKS))
                .batch(BATCH)
                .build()
                .run();

        assertThat(report.done()).isEqualTo(ROWS);
        assertThat(report.exitCode()).isZero();
        assertThat(Machine.older(jdbi)).isZero();
    }
}
