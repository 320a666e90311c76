package org.versionedobjects.persistence.migration;

import java.util.List;

/**
 * What became of a migration in a run; of a dry run, what would have.
 *
 * @param found how many rows were found that were to be migrated: those done and those left
 * @param done how many of them were migrated
 * @param left how many of them were not, as far as the run got: those that failed, and those that others had locked
 * @param failed how many failures there were: rows, and batches as a whole
 * @param failures the first of them
 * @param finished whether all is done: nothing more was found
 */
public record MigrationReport(
        OnlineMigration migration,
        long found,
        long done,
        long left,
        long failed,
        List<MigrationFailure> failures,
        boolean finished) {

    /** Copies the list. */
    public MigrationReport {
        failures = List.copyOf(failures);
    }

    /** Returns the name of the migration. */
    public String name() {
        return migration.name();
    }
}
