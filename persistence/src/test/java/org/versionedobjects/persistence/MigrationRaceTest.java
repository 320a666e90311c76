package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.versionedobjects.persistence.migration.MigrationReport;
import org.versionedobjects.persistence.migration.MigrationRunner;
import org.versionedobjects.persistence.migration.RowMigration;
import org.versionedobjects.persistence.migration.RunReport;

/** Migrations beside others, and killed in the middle: each row is migrated once, and no update of anybody is lost. */
@OnEveryEngine
class MigrationRaceTest {
    private static final int ROWS = 600;
    private static final int BATCH = 10;
    private static final int KILLS = 2;
    private static final int BATCHES_AT_LEAST = 5;

    private final Engine engine;
    private final String url;
    private final Jdbi jdbi;

    MigrationRaceTest(Engine engine) {
        this.engine = engine;
        this.url = engine.newUrl() + (engine == Engine.H2 ? ";AUTO_SERVER=TRUE" : "");
        this.jdbi = Jdbi.create(engine.at(url));
        Machine.createOld(engine, jdbi, ROWS);
    }

    private static MigrationRunner.Builder runner(Engine engine, String url) {
        return CountedMigration.runner(Jdbi.create(engine.at(url))).batch(BATCH);
    }

    private long count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private void assertEachMigratedOnce() {
        assertThat(count("SELECT count(*) FROM migrated")).isEqualTo(ROWS);
        assertThat(count("SELECT count(DISTINCT id) FROM migrated")).isEqualTo(ROWS);
        assertThat(count("SELECT count(*) FROM machines WHERE name = 'new'")).isEqualTo(ROWS);
    }

    // ---- side by side ----

    @Test
    void twoThreads_besideTheApplication_migrateEachRowOnce() throws Exception {
        AtomicBoolean isDone = new AtomicBoolean();
        CyclicBarrier start = new CyclicBarrier(3);
        ExecutorService executor = Executors.newFixedThreadPool(3);
        Callable<RunReport> run = () -> {
            MigrationRunner runner = runner(engine, url).build();
            start.await();
            return runner.run();
        };
        Future<RunReport> first = executor.submit(run);
        Future<RunReport> second = executor.submit(run);
        Future<Long> application = executor.submit(() -> {
            start.await();
            return saves(isDone);
        });
        executor.shutdown();

        List<RunReport> reports = List.of(first.get(), second.get());
        isDone.set(true);
        long saves = application.get();

        assertThat(reports).extracting(RunReport::exitCode).containsOnly(0);
        assertThat(reports.stream().mapToLong(RunReport::done).sum()).isEqualTo(ROWS);
        assertEachMigratedOnce();
        assertThat(count("SELECT sum(generation) FROM machines")).isEqualTo(ROWS + saves);
    }

    /** Saves rows as an application does, until it is enough, and returns how often that was acknowledged. */
    private long saves(AtomicBoolean isDone) {
        Table<Machine> table = Machine.table();
        Repository<Machine> machines = Store.builder(Jdbi.create(engine.at(url)))
                .tables(table)
                .modifyRetries(RetryPolicy.standard().atMost(1_000))
                .build()
                .repository(table);
        long saves = 0;
        while (!isDone.get()) {
            machines.modify(Machine.ID, 1 + saves * 7 % ROWS, machine -> machine.touch(Machine.DISKS));
            saves++;
        }
        return saves;
    }

    @Test
    void twoJvms_migrateEachRowOnce() throws Exception {
        List<OtherJvm> others = new ArrayList<>();
        try (Handle keptOpen = jdbi.open()) {
            for (int number = 0; number < 2; number++) {
                others.add(OtherJvm.start(CountedMigration.class, engine.name(), url));
            }
            for (OtherJvm other : others) {
                assertThat(other.readLine()).isEqualTo("ready");
            }
            for (OtherJvm other : others) {
                other.signal();
            }
            for (OtherJvm other : others) {
                while (other.readLine() != null) {
                    // until it ends
                }
                assertThat(other.exitCode()).isZero();
            }
            assertThat(keptOpen.isClosed()).isFalse();
        } finally {
            for (OtherJvm other : others) {
                other.close();
            }
        }

        assertEachMigratedOnce();
    }

    // ---- killed ----

    @Test
    void killedInTheMiddle_theNextGoesOnWhereItStopped() throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            long before = kill == 1 ? 0 : position();
            long acknowledged = runUntilKilled();

            long position = position();
            assertThat(position).isBetween(before + acknowledged, before + acknowledged + BATCH);
            assertThat(count("SELECT count(*) FROM migrated")).isEqualTo(position);
            assertThat(count("SELECT count(*) FROM machines WHERE name = 'new' AND id <= " + position))
                    .isEqualTo(position);
        }
        long position = position();

        RunReport report = runner(engine, url).build().run();

        assertThat(report.exitCode()).isZero();
        assertThat(report.done()).isEqualTo(ROWS - position);
        assertEachMigratedOnce();
    }

    private long position() {
        return Long.parseLong(jdbi.withHandle(handle -> handle.createQuery("SELECT after_key FROM online_migrations")
                .mapTo(String.class)
                .one()));
    }

    /** Has another JVM migrate, kills it, and returns how many rows it was sure of. */
    private long runUntilKilled() throws Exception {
        long acknowledged = 0;
        try (OtherJvm other = OtherJvm.start(CountedMigration.class, engine.name(), url)) {
            assertThat(other.readLine()).isEqualTo("ready");
            other.signal();
            for (int batch = 0; batch < BATCHES_AT_LEAST; batch++) {
                acknowledged = Long.parseLong(other.readLine());
            }
            other.kill();
            for (String line = other.readLine(); line != null; line = other.readLine()) {
                acknowledged = Long.parseLong(line);
            }
            other.exitCode();
        }
        return acknowledged;
    }

    // ---- locked by others ----

    @Test
    void aRowThatTheApplicationHolds_isLeft_andDoneByTheNextRun() throws Exception {
        if (!engine.hasConcurrentWriters()) {
            return; // who writes holds all rows
        }
        Jdbi impatient = Jdbi.create(engine.at(url)).installPlugin(shortLockTimeouts());
        MigrationRunner runner = CountedMigration.runner(impatient)
                .retries(RetryPolicy.standard().atMost(1))
                .build();
        Table<Machine> table = Machine.table();
        Store application = Store.of(jdbi, table);

        RunReport report = application.write(() -> {
            application.repository(table).modify(Machine.ID, 7L, machine -> machine.touch(Machine.DISKS));
            ExecutorService executor = Executors.newSingleThreadExecutor();
            try {
                return executor.submit(runner::run).get();
            } finally {
                executor.shutdown();
            }
        });

        MigrationReport migration = report.migrations().get(0);
        assertThat(List.of(migration.found(), migration.done(), migration.left(), migration.failed()))
                .containsExactly((long) ROWS, ROWS - 1L, 1L, 0L);
        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(runner.run().exitCode()).isZero();
        assertEachMigratedOnce();
        assertThat(count("SELECT generation FROM machines WHERE id = 7")).isEqualTo(2);
    }

    @Test
    void rowsAreLocked_whileTheyAreMigrated() {
        Jdbi application = Jdbi.create(engine.at(url)).installPlugin(shortLockTimeouts());
        Table<Machine> table = Machine.table();
        Store store = Store.of(jdbi, table);
        AtomicBoolean isLocked = new AtomicBoolean();
        RowMigration<Machine> migration = new RowMigration<>("names", "names", table) {
            @Override
            protected boolean isToDo(Store same, Machine machine) {
                return machine.get(Machine.NAME).equals("old");
            }

            @Override
            protected boolean migrate(Store same, Machine machine) {
                if (machine.get(Machine.ID) == 1) {
                    assertThatThrownBy(() -> application.useHandle(
                                    handle -> handle.execute("UPDATE machines SET name = 'mine' WHERE id = 7")))
                            .isInstanceOf(UnableToExecuteStatementException.class);
                    isLocked.set(true);
                }
                boolean isToDo = isToDo(same, machine);
                machine.set(Machine.NAME, "new");
                return isToDo;
            }
        };

        MigrationRunner.builder(store).migrations(migration).build().run();

        assertThat(isLocked).isTrue();
        assertThat(count("SELECT count(*) FROM machines WHERE name = 'new'")).isEqualTo(ROWS);
    }

    private JdbiPlugin shortLockTimeouts() {
        String statement = switch (engine) {
            case H2 -> "SET LOCK_TIMEOUT 100";
            case POSTGRESQL -> "SET lock_timeout = '100ms'";
            case MARIADB -> "SET SESSION innodb_lock_wait_timeout = 1";
            case SQLITE -> "PRAGMA busy_timeout = 100";
        };
        return new JdbiPlugin() {
            @Override
            public Handle customizeHandle(Handle handle) {
                handle.execute(statement);
                return handle;
            }
        };
    }
}
