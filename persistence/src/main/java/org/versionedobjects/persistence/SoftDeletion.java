package org.versionedobjects.persistence;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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

    boolean isDeleted(VersionedObject object) {
        return deletedAt.isSetIn(object) && StateAccess.value(object, deletedAt.slot()) != null;
    }

    /** Returns what the columns hold of a row that was deleted at a time, or of one that is not. */
    Map<Field<?>, @Nullable Object> values(@Nullable Instant at) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(deletedAt.field(), at);
        if (deleted != null) {
            values.put(deleted.field(), at != null);
        }
        return values;
    }
}
