package org.versionedobjects.persistence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.StateAccess;
import org.versionedobjects.VersionedObject;

/**
 * The columns that say whether a row is deleted.
 *
 * @param deletedAt when it was, null if it is not
 * @param deleted whether it is; null if the table has no such column
 */
record SoftDeletion(Column<?> deletedAt, @Nullable Column<?> deleted) {
    boolean has(Column<?> column) {
        return column.equals(deletedAt) || column.equals(deleted);
    }

    List<Field<?>> fields() {
        return deleted == null ? List.of(deletedAt.field()) : List.of(deletedAt.field(), deleted.field());
    }

    boolean isDeleted(VersionedObject object) {
        return deletedAt.isSetIn(object) && StateAccess.value(object, deletedAt.slot()) != null;
    }

    /** Puts what the columns hold of a row that was deleted at a time, or of one that is not: null. */
    void putInto(RowValues values, @Nullable Instant at) {
        values.put(deletedAt, at);
        if (deleted != null) {
            values.put(deleted, at != null);
        }
    }
}
