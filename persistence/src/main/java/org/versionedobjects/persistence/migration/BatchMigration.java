package org.versionedobjects.persistence.migration;

import java.util.OptionalLong;
import org.versionedobjects.persistence.Store;

/** A migration that can ask the database for the rows that are to be migrated. */
public non-sealed interface BatchMigration extends OnlineMigration {

    /**
     * Migrates some rows in the transaction that is open in the store, which is rolled back if this throws, or if the run
     * is a dry one. It may be called again after a deadlock.
     *
     * @param most how many rows are migrated at most, 1 or more
     */
    Batch migrate(Store store, int most) throws Exception;

    /** Returns how many rows are still to be migrated, for the progress and a dry run; empty if that is not known. */
    default OptionalLong left(Store store) throws Exception {
        return OptionalLong.empty();
    }
}
