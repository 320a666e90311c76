package org.versionedobjects.persistence.migration;

import org.versionedobjects.Field;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.Store;
import org.versionedobjects.persistence.Table;

/**
 * A change of stored rows that is made in batches while the application runs. It may be run any number of times: what is
 * done already is not found again.
 */
public sealed interface OnlineMigration permits BatchMigration, RowMigration {

    /** Returns the name, which reports and positions go by: it stays the same for good. */
    String name();

    /** Returns what it does, in a few words. */
    default String description() {
        return name();
    }

    /** Returns a migration whose batches are asked for and written by the application, as a rule with SQL of its own. */
    static OnlineMigration batches(String name, String description, BatchStep step) {
        return new GivenBatches(name, description, step);
    }

    /**
     * Returns a migration of the rows whose columns of JSON hold objects, nested ones too, of older versions than their
     * types have here: the columns are written again. Fields that the older version did not have stay unset.
     *
     * @param first a field with a column of JSON
     * @throws IllegalArgumentException if a field has no column of JSON
     */
    static <O extends VersionedObject> OnlineMigration rewriting(
            String name, Table<O> table, Field<?> first, Field<?>... more) {
        return new Rewriting<>(name, table, first, more);
    }

    /**
     * Returns a migration of the rows whose object a function changes. It changes the object and nothing else, and leaves
     * one alone that is as it should be.
     */
    static <O extends VersionedObject> OnlineMigration changing(
            String name, String description, Table<O> table, RowChange<? super O> change) {
        return new Changing<>(name, description, table, change);
    }

    /** One batch of a migration. */
    @FunctionalInterface
    interface BatchStep {
        /**
         * Migrates some rows in the transaction that is open in the store.
         *
         * @param most how many rows are migrated at most, 1 or more
         */
        Batch migrate(Store store, int most) throws Exception;
    }

    /** What is done to an object. */
    @FunctionalInterface
    interface RowChange<O extends VersionedObject> {
        /** Changes the object if it is to be migrated, and returns whether it was. */
        boolean apply(O object) throws Exception;
    }
}
