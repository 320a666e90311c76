package org.versionedobjects.persistence.migration;

import java.util.Objects;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.Store;
import org.versionedobjects.persistence.Table;

/** A migration of rows by a function. */
final class Changing<O extends VersionedObject> extends RowMigration<O> {
    private final RowChange<? super O> change;

    Changing(String name, String description, Table<O> table, RowChange<? super O> change) {
        super(name, description, table);
        this.change = Objects.requireNonNull(change, "change");
    }

    @Override
    protected boolean migrate(Store store, O object) throws Exception {
        return change.apply(object);
    }
}
