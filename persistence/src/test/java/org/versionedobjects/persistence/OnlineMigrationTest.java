package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.versionedobjects.persistence.Machine.Disk;
import org.versionedobjects.persistence.Machine.Maker;
import org.versionedobjects.persistence.migration.Batch;
import org.versionedobjects.persistence.migration.BatchMigration;
import org.versionedobjects.persistence.migration.MigrationReport;
import org.versionedobjects.persistence.migration.MigrationRunner;
import org.versionedobjects.persistence.migration.OnlineMigration;
import org.versionedobjects.persistence.migration.RowMigration;
import org.versionedobjects.persistence.migration.RunReport;

/** What migrations do to rows, what they leave, and what a run makes of it. */
@OnEveryEngine
class OnlineMigrationTest {
    private static final int ROWS = 120;

    private final TestDatabase database;
    private final Table<Machine> table = Machine.table();
    private final Store store;
    private final Repository<Machine> machines;

    OnlineMigrationTest(Engine engine) {
        this.database = new TestDatabase(engine);
        this.store = Store.of(database.jdbi, table);
        this.machines = store.repository(table);
        Machine.createOld(engine, database.jdbi, ROWS);
        database.forget();
    }

    private OnlineMigration rewriting() {
        return OnlineMigration.rewriting("disks", table, Machine.DISKS);
    }

    private OnlineMigration renaming(String name, String from, String to) {
        return OnlineMigration.changing(name, "names", table, machine -> {
            boolean isToDo = machine.get(Machine.NAME).equals(from);
            if (isToDo) {
                machine.set(Machine.NAME, to);
            }
            return isToDo;
        });
    }

    private static OnlineMigration failing() {
        return OnlineMigration.batches("failing", "fails", (store, most) -> {
            throw new IllegalStateException("broken");
        });
    }

    private MigrationRunner.Builder runner(OnlineMigration... migrations) {
        return MigrationRunner.builder(store).migrations(migrations);
    }

    private RunReport run(OnlineMigration... migrations) {
        return runner(migrations).build().run();
    }

    private static void assertNumbers(MigrationReport report, long found, long done, long left, long failed) {
        assertThat(List.of(report.found(), report.done(), report.left(), report.failed()))
                .as("found, done, left, failed: %s", report.failures())
                .containsExactly(found, done, left, failed);
    }

    private Machine machine(long id) {
        return machines.require(Machine.ID, id);
    }

    private long selects() {
        return database.statements.stream()
                .filter(sql -> sql.startsWith("SELECT t0.id"))
                .count();
    }

    // ---- rows ----

    @Test
    void olderObjects_areWrittenInTheNewestVersion_andNothingElseIs() {
        Machine.insert(database.jdbi, ROWS + 1, ROWS + 10, Machine.disks(Disk.json("1.1", "new", null)));

        RunReport report = run(rewriting());

        assertNumbers(report.migrations().get(0), ROWS, ROWS, 0, 0);
        assertThat(report.exitCode()).isZero();
        assertThat(Machine.older(database.jdbi)).isZero();
        assertThat(machine(1).get(Machine.GENERATION)).isEqualTo(1);
        assertThat(machine(1).get(Machine.DISKS).get(0).isSet(Disk.SIZE)).isFalse();
        assertThat(machine(ROWS + 1).get(Machine.GENERATION)).isZero();
    }

    @Test
    void anOlderObjectDeepInside_isFound() {
        Machine.insert(database.jdbi, ROWS + 1, ROWS + 1, Machine.disks(Disk.json("1.1", "new", Maker.json("1.0"))));

        run(rewriting());

        assertThat(Machine.older(database.jdbi)).isZero();
        assertThat(machine(ROWS + 1).get(Machine.GENERATION)).isEqualTo(1);
    }

    @Test
    void whatIsDone_isNotFoundAgain() {
        run(rewriting());
        database.forget();

        RunReport report = run(rewriting());

        assertNumbers(report.migrations().get(0), 0, 0, 0, 0);
        assertThat(report.exitCode()).isZero();
        assertThat(database.statements).noneMatch(sql -> sql.startsWith("UPDATE"));
    }

    @Test
    void aBatch_isOneTransaction_ofAFewStatements() {
        run(rewriting()); // so that the table of positions is there
        Machine.insert(database.jdbi, ROWS + 1, ROWS + 100, Machine.disks(Disk.json("1.0", "d", null)));
        database.forget();

        run(rewriting());

        // 100 rows of 220 in three batches of 50 of all; each batch is claimed and moved, as is the start at the end
        assertThat(database.statements.stream().filter(sql -> sql.startsWith("UPDATE machines")))
                .hasSize(3);
        assertThat(database.statements.stream().filter(sql -> sql.startsWith("UPDATE online_migrations")))
                .hasSize(2 * (3 + 1));
        // each of five pieces, and an empty one, is looked at in two passes; three are locked and read again
        assertThat(selects()).isEqualTo(2 * 6 + 3);
        assertThat(database.calls.stream().filter("commit"::equals)).hasSize(3 + 1);
    }

    @Test
    void aRowThatCannotBeRead_isLeft_andNamed_andTheOthersAreDone() {
        database.execute("UPDATE machines SET disks = 'broken' WHERE id = 7");

        RunReport report = run(rewriting());

        assertNumbers(report.migrations().get(0), ROWS, ROWS - 1, 1, 1);
        assertThat(report.migrations().get(0).finished()).isFalse();
        assertThat(report.migrations().get(0).failures().get(0)).asString().startsWith("the row with id=7: ");
        assertThat(report.exitCode()).isEqualTo(2);
        assertThat(Machine.older(database.jdbi)).isZero();
    }

    @Test
    void aRowThatCannotBeWritten_isLeft_andNamed_andTheOthersAreDone() {
        OnlineMigration migration = OnlineMigration.changing("names", "names", table, machine -> {
            String name = machine.get(Machine.ID) == 7 ? "bad" : "new";
            boolean isToDo = !machine.get(Machine.NAME).equals(name);
            if (isToDo) {
                machine.set(Machine.NAME, name);
            }
            return isToDo;
        });

        RunReport report = run(migration);

        assertNumbers(report.migrations().get(0), ROWS, ROWS - 1, 1, 1);
        assertThat(report.migrations().get(0).failures().get(0).cause()).isInstanceOf(StoreException.class);
        assertThat(machine(7).get(Machine.NAME)).isEqualTo("old");
        assertThat(database.count("SELECT count(*) FROM machines WHERE name = 'new'"))
                .isEqualTo(ROWS - 1);
    }

    @Test
    void whatTheApplicationWroteMeanwhile_isKept() {
        AtomicBoolean written = new AtomicBoolean();
        RowMigration<Machine> migration = new RowMigration<>("names", "names", table) {
            @Override
            protected boolean isToDo(Store same, Machine machine) throws Exception {
                if (written.compareAndSet(false, true)) {
                    Thread application = new Thread(() -> Store.of(database.jdbi, table)
                            .repository(table)
                            .modify(Machine.ID, 1L, other -> other.set(Machine.DISKS, List.of())));
                    application.start();
                    application.join();
                }
                return machine.get(Machine.NAME).equals("old");
            }

            @Override
            protected boolean migrate(Store same, Machine machine) {
                boolean isToDo = machine.get(Machine.NAME).equals("old");
                machine.set(Machine.NAME, "new");
                return isToDo;
            }
        };

        run(migration);

        assertThat(machine(1).get(Machine.NAME)).isEqualTo("new");
        assertThat(machine(1).get(Machine.DISKS)).isEmpty();
        assertThat(machine(1).get(Machine.GENERATION)).isEqualTo(2);
    }

    @Test
    void whatTheApplicationLoadedBefore_isStaleForIt() {
        Machine loaded = machine(1);
        run(rewriting());
        loaded.set(Machine.NAME, "mine");

        assertThatThrownBy(() -> machines.save(loaded)).isInstanceOf(ConcurrentUpdateConflict.class);
        machines.rebasing().save(loaded);

        assertThat(machine(1).get(Machine.NAME)).isEqualTo("mine");
        assertThat(Machine.older(database.jdbi)).isZero();
    }

    @Test
    void aMigrationThatWritesOthers_doesSoInTheSameTransaction() {
        RowMigration<Machine> migration = new RowMigration<>("names", "names", table) {
            @Override
            protected boolean isToDo(Store same, Machine machine) {
                return machine.get(Machine.NAME).equals("old");
            }

            @Override
            protected boolean migrate(Store same, Machine machine) {
                if (!isToDo(same, machine)) {
                    return false;
                }
                same.withHandle(handle -> handle.execute("INSERT INTO migrated VALUES (?)", machine.get(Machine.ID)));
                machine.set(Machine.NAME, machine.get(Machine.ID) == 7 ? "bad" : "new");
                return true;
            }
        };

        run(migration);

        assertThat(database.count("SELECT count(*) FROM migrated")).isEqualTo(ROWS - 1);
        assertThat(database.count("SELECT count(*) FROM migrated WHERE id = 7")).isZero();
    }

    @Test
    void olderRowsBehindThePosition_areFoundInThePassAfter() {
        AtomicBoolean written = new AtomicBoolean();
        MigrationRunner runner = runner(renaming("names", "old", "new"))
                .listener(progress -> {
                    if (progress.seen() == ROWS && written.compareAndSet(false, true)) {
                        Machine.insert(database.jdbi, -3, 0, Machine.disks());
                    }
                })
                .build();

        assertNumbers(runner.run().migrations().get(0), ROWS + 4, ROWS + 4, 0, 0);
    }

    @Test
    void aMigrationThatChangesNothing_ends_withMoreToDo() {
        Table<Machine> pinned = Machine.table(Machine.CODEC.at("1.0"));
        Store older = Store.of(database.jdbi, pinned);

        RunReport report = MigrationRunner.builder(older)
                .migrations(OnlineMigration.rewriting("disks", pinned, Machine.DISKS))
                .build()
                .run();

        assertThat(report.migrations().get(0).finished()).isFalse();
        assertThat(report.exitCode()).isEqualTo(1);
    }

    // ---- runs ----

    @Test
    void maxCount_endsARun_andTheNextOneGoesOnThere() {
        MigrationRunner runner = runner(rewriting()).batch(20).maxCount(50).build();

        assertThat(runner.run().exitCode()).isEqualTo(1);
        assertThat(Machine.older(database.jdbi)).isEqualTo(ROWS - 50);
        assertThat(runner.run().done()).isEqualTo(50);
        database.forget();
        RunReport last = runner.run();

        assertThat(last.done()).isEqualTo(20);
        assertThat(last.exitCode()).isZero();
        assertThat(database.statements.stream().filter(sql -> sql.startsWith("SELECT t0.id")))
                .first()
                .asString()
                .contains("WHERE t0.id > ?");
    }

    @Test
    void failuresBesideProgress_areOne_andWithout_areTwo() {
        MigrationRunner runner =
                runner(failing(), rewriting()).maxCount(ROWS / 2).build();

        RunReport first = runner.run();
        RunReport second = runner.run();
        RunReport third = runner.run();

        assertThat(first.exitCode()).isEqualTo(1);
        assertNumbers(first.migrations().get(0), 0, 0, 0, 1);
        assertNumbers(first.migrations().get(1), ROWS / 2, ROWS / 2, 0, 0);
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(third.exitCode()).isEqualTo(2);
        assertThat(third.migrations().get(1).finished()).isTrue();
    }

    @Test
    void withoutALimit_aRunGoesOnUntilNothingMoreCanBeDone() {
        RunReport report = run(failing(), rewriting());

        assertThat(report.exitCode()).isEqualTo(2);
        assertThat(report.migrations().get(1).finished()).isTrue();
    }

    @Test
    void aMigrationThatWaitsForAnother_isTriedAgain() {
        OnlineMigration first = OnlineMigration.batches("first", "waits", (same, most) -> {
            if (Machine.older(database.jdbi) > 0) {
                throw new IllegalStateException("not yet");
            }
            return Batch.NOTHING;
        });

        RunReport report = run(first, rewriting());

        assertThat(report.exitCode()).isZero();
        assertThat(report.migrations()).allMatch(MigrationReport::finished);
    }

    @Test
    void batchesOfTheApplication_runUntilNothingIsFound() {
        OnlineMigration migration = OnlineMigration.batches("names", "names", (same, most) -> {
            int done = same.withHandle(handle -> handle.execute("UPDATE machines SET name = 'new' WHERE id IN"
                    + " (SELECT id FROM (SELECT id FROM machines WHERE name = 'old' ORDER BY id LIMIT "
                    + most + ") few)"));
            return Batch.all(done);
        });

        RunReport report = run(migration);

        assertNumbers(report.migrations().get(0), ROWS, ROWS, 0, 0);
        assertThat(report.exitCode()).isZero();
        assertThat(database.statements).hasSize(3 + 1);
        assertThat(database.calls.stream().filter("commit"::equals)).hasSize(3 + 1);
    }

    @Test
    void batchesThatLeaveRows_areMoreToDo() {
        OnlineMigration migration = OnlineMigration.batches("stuck", "stuck", (same, most) -> new Batch(5, 0));

        RunReport report = run(migration);

        assertNumbers(report.migrations().get(0), 5, 0, 5, 0);
        assertThat(report.exitCode()).isEqualTo(1);
    }

    @Test
    void aFailedBatch_isRolledBack() {
        OnlineMigration migration = OnlineMigration.batches("half", "half", (same, most) -> {
            same.withHandle(handle -> handle.execute("DELETE FROM machines"));
            throw new IllegalStateException("stop");
        });

        assertThat(run(migration).exitCode()).isEqualTo(2);

        assertThat(machines.walk().count()).isEqualTo(ROWS);
    }

    @Test
    void anInterrupt_endsARunAfterTheBatch() {
        RunReport report = runner(rewriting())
                .listener(progress -> Thread.currentThread().interrupt())
                .build()
                .run();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.done()).isEqualTo(50);
        assertThat(report.exitCode()).isEqualTo(1);
    }

    // ---- dry runs ----

    @Test
    void aDryRun_writesNothing_andTellsWhatWouldBeDone() {
        database.execute("UPDATE machines SET disks = 'broken' WHERE id = 7");
        database.forget();

        RunReport report = runner(rewriting()).dryRun().build().run();

        assertNumbers(report.migrations().get(0), ROWS, ROWS - 1, 1, 1);
        assertThat(report.dry()).isTrue();
        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(database.calls).doesNotContain("commit");
        assertThat(Machine.older(database.jdbi)).isEqualTo(ROWS - 1);
        assertThatThrownBy(() -> database.count("SELECT count(*) FROM online_migrations"))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void aDryRun_ofBatches_isOneBatch_andWhatTheyCount() {
        BatchMigration migration = new BatchMigration() {
            @Override
            public String name() {
                return "delete";
            }

            @Override
            public Batch migrate(Store same, int most) {
                return Batch.all(same.withHandle(handle -> handle.execute("DELETE FROM machines WHERE id <= " + most)));
            }

            @Override
            public OptionalLong left(Store same) {
                return OptionalLong.of(machines.walk().count());
            }
        };

        RunReport report = runner(migration).dryRun().build().run();

        assertNumbers(report.migrations().get(0), ROWS, 50, ROWS - 50, 0);
        assertThat(machines.walk().count()).isEqualTo(ROWS);
    }

    @Test
    void aDryRun_whereAllIsDone_isZero() {
        run(rewriting());

        assertThat(runner(rewriting()).dryRun().build().run().exitCode()).isZero();
    }

    // ---- positions ----

    @Test
    void positions_areKeptInTheTableThatIsSaid() {
        runner(rewriting())
                .positions("migrations_of_machines")
                .maxCount(60)
                .build()
                .run();

        assertThat(database.count("SELECT count(*) FROM migrations_of_machines WHERE after_key = '60'"))
                .isEqualTo(1);
    }

    @Test
    void aRunThatFindsThePositionMoved_goesOnThere() {
        AtomicBoolean ran = new AtomicBoolean();
        MigrationRunner other = runner(rewriting()).maxCount(30).build();
        MigrationRunner runner = runner(rewriting())
                .listener(progress -> {
                    if (ran.compareAndSet(false, true)) {
                        assertThat(other.run().done()).isEqualTo(30);
                    }
                })
                .build();

        RunReport report = runner.run();

        assertNumbers(report.migrations().get(0), ROWS - 30, ROWS - 30, 0, 0);
        assertThat(report.exitCode()).isZero();
        // 50 rows of this run, 30 of the other, and 40 of this: none is locked twice
        assertThat(database.statements.stream().filter(sql -> sql.startsWith("UPDATE machines")))
                .hasSize(3);
    }

    @Test
    void aTableOfAnotherShape_isToldApart() {
        database.execute("CREATE TABLE online_migrations (name varchar(20))");

        RunReport report = run(rewriting());

        assertThat(report.exitCode()).isEqualTo(2);
        assertThat(report.migrations().get(0).failures().get(0).cause())
                .isInstanceOf(NoSuchTableOrColumnException.class);
        assertThat(Machine.older(database.jdbi)).isEqualTo(ROWS);
    }

    @Test
    void aPositionThatIsNone_isTheStart() {
        runner(rewriting()).maxCount(60).build().run();
        database.execute("UPDATE online_migrations SET after_key = 'none'");

        assertThat(run(rewriting()).exitCode()).isZero();

        assertThat(Machine.older(database.jdbi)).isZero();
    }
}
