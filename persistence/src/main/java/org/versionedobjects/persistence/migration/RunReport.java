package org.versionedobjects.persistence.migration;

import java.util.List;

/**
 * What became of a run.
 *
 * @param migrations the migrations in their order
 * @param outcome what it all comes to
 * @param dry whether nothing was written
 */
public record RunReport(List<MigrationReport> migrations, Outcome outcome, boolean dry) {

    /** Copies the list. */
    public RunReport {
        migrations = List.copyOf(migrations);
    }

    /** What a run comes to, with the exit codes of nova's {@code online_data_migrations}. */
    public enum Outcome {
        /** Everything is done: 0. */
        DONE(0),
        /** There is, or may be, more to do, and to run again may do it: 1. */
        MORE(1),
        /** There were failures, and in the last round through the migrations nothing else was done either: 2. */
        FAILED(2);

        private final int exitCode;

        Outcome(int exitCode) {
            this.exitCode = exitCode;
        }

        /** Returns the exit code of a command. */
        public int exitCode() {
            return exitCode;
        }
    }

    /** Returns the exit code of a command. */
    public int exitCode() {
        return outcome.exitCode();
    }

    /** Returns how many rows were migrated. */
    public long done() {
        return migrations.stream().mapToLong(MigrationReport::done).sum();
    }
}
