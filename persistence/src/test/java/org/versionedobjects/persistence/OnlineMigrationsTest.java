package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.versionedobjects.UnknownObjectException;
import org.versionedobjects.persistence.migration.Batch;
import org.versionedobjects.persistence.migration.MigrationRunner;
import org.versionedobjects.persistence.migration.OnlineMigration;
import org.versionedobjects.persistence.migration.OnlineMigrations;

/** The command line of migrations, and what a runner refuses. */
class OnlineMigrationsTest {
    private static final int ROWS = 120;

    private final TestDatabase database = new TestDatabase();
    private final Table<Machine> table = Machine.table();
    private final Store store = Store.of(database.jdbi, table);
    private final OnlineMigration disks = OnlineMigration.rewriting("disks", table, Machine.DISKS);
    private final OnlineMigration failing = OnlineMigration.batches("failing", "always fails", (same, most) -> {
        throw new IllegalStateException("broken");
    });
    private final MigrationRunner runner =
            MigrationRunner.builder(store).migrations(failing, disks).build();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    OnlineMigrationsTest() {
        Machine.createOld(Engine.H2, database.jdbi, ROWS);
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return OnlineMigrations.run(runner, printer(out), printer(err), false, arguments);
    }

    private static PrintStream printer(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream printed) {
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void withoutArguments_allRuns_andTheNumbersArePrinted() {
        assertThat(run()).isEqualTo(2);

        assertThat(text(out)).isEqualTo("""
                Migration      Found       Done       Left
                failing            0          0          0
                disks            120        120          0
                There were failures, and nothing else could be done.
                """);
        assertThat(text(err))
                .contains("disks: ended, 120 of 120 rows, 120 done\n")
                .endsWith("failing: java.lang.IllegalStateException: broken\n");
    }

    @Test
    void options_areThoseOfTheRunner() {
        assertThat(run("--only", "disks", "--batch=10", "--max-count", "25")).isEqualTo(1);
        assertThat(text(out)).contains("disks             25         25          0\nThere may be more to do");
        assertThat(run("--only=disks", "--dry-run")).isEqualTo(1);
        assertThat(text(out)).contains("Would do").contains("95         95").endsWith("Nothing was written.\n");
        assertThat(Machine.older(database.jdbi)).isEqualTo(ROWS - 25);
        assertThat(run("--only", "disks")).isZero();
        assertThat(text(out)).doesNotContain("failing").endsWith("All is done.\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--max-count",
                "--max-count 0",
                "--max-count x",
                "--max-count=-1",
                "--batch 99999999999",
                "--only none",
                "now",
                "--no"
            })
    void argumentsThatAreNone_tellTheUsage_andNothingRuns(String arguments) {
        database.forget();

        assertThat(run(arguments.split(" "))).isEqualTo(127);

        assertThat(text(err)).contains("Options:").contains("  failing: always fails\n");
        assertThat(text(out)).isEmpty();
        assertThat(database.statements).isEmpty();
    }

    @Test
    void help_tellsTheUsage() {
        assertThat(run("--help")).isZero();

        assertThat(text(out))
                .startsWith("Options:")
                .contains("  disks: objects in machines (disks) in their newest versions\n");
        assertThat(Machine.older(database.jdbi)).isEqualTo(ROWS);
    }

    @Test
    void aRunner_refusesWhatCannotRun() {
        OnlineMigration same = OnlineMigration.batches("Disks", "same", (given, most) -> Batch.NOTHING);
        OnlineMigration nameless = OnlineMigration.batches(" ", "none", (given, most) -> Batch.NOTHING);
        OnlineMigration elsewhere = OnlineMigration.changing("users", "users", Tables.USERS, user -> false);
        MigrationRunner.Builder builder = MigrationRunner.builder(store);

        assertThatThrownBy(() -> builder.batch(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.positions("a b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        MigrationRunner.builder(store).migrations(disks, same).build())
                .hasMessage("There are two migrations called Disks");
        assertThatThrownBy(() ->
                        MigrationRunner.builder(store).migrations(nameless).build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        MigrationRunner.builder(store).migrations(elsewhere).build())
                .isInstanceOf(UnknownObjectException.class);
        assertThatThrownBy(() -> OnlineMigration.rewriting("names", table, Machine.NAME))
                .hasMessageContaining("has no column of JSON");
    }
}
