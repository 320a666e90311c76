package org.versionedobjects.persistence.migration;

import java.util.Objects;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.Store;
import org.versionedobjects.persistence.Table;

/**
 * A migration that goes through all rows of a table in the order of their keys, since only the loaded object tells whether
 * there is anything to do. Each row that is to be migrated is locked and loaded again, changed and saved, under the check
 * of its generation if it has one.
 *
 * @param <O> the class of the objects
 */
public abstract non-sealed class RowMigration<O extends VersionedObject> implements OnlineMigration {
    private final String name;
    private final String description;
    private final Table<O> table;

    /** Makes a migration of a table that the store has. */
    protected RowMigration(String name, String description, Table<O> table) {
        this.name = Objects.requireNonNull(name, "name");
        this.description = Objects.requireNonNull(description, "description");
        this.table = Objects.requireNonNull(table, "table");
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String description() {
        return description;
    }

    /** Returns the table whose rows are migrated. */
    public final Table<O> table() {
        return table;
    }

    /**
     * Migrates an object whose row is locked, in the transaction that is open in the store: changes it, and may write
     * others. What is changed in the object itself is saved afterwards. It may be called again after a deadlock, for an
     * object that was loaded again.
     *
     * @return whether there was anything to do
     */
    protected abstract boolean migrate(Store store, O object) throws Exception;

    /**
     * Returns whether an object is to be migrated. It is loaded for the question only, in {@code store.read}, so that
     * nothing can be written. By default it is migrated to learn that; a migration that writes others asks by itself.
     */
    protected boolean isToDo(Store store, O object) throws Exception {
        return migrate(store, object);
    }
}
