package org.versionedobjects.persistence;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.versionedobjects.persistence.LiveSchema.LiveUnique;

/** What differs between the schemas of databases, and what drivers do not tell of them; one class for each, thread-safe. */
interface SchemaDialect {

    /** Returns what a column can hold. */
    ColumnType type(LiveTable table, DeclaredColumn column) throws SQLException;

    /** Returns the kinds of columns from which values of each kind come back as they were. */
    Map<ValueKind, Set<ColumnKind>> holdings();

    /** Returns whether values come back from a column as they were, whatever their size is. */
    default boolean holds(ColumnType type, ColumnValues values) {
        if (type.kind() == ColumnKind.UNKNOWN || values.kind() == ValueKind.UNKNOWN) {
            return type.kind() != ColumnKind.OTHER;
        }
        return holdings().getOrDefault(values.kind(), Set.of()).contains(type.kind())
                && (type.kind() != ColumnKind.PADDED_TEXT || comesBackPadded(type, values))
                && (type.form() == null || type.form().isOf(values));
    }

    /** Returns whether values that are texts come back from a column that fills them up with blanks. */
    default boolean comesBackPadded(ColumnType type, ColumnValues values) {
        boolean isRead = values.kind() == ValueKind.JSON || values.kind() == ValueKind.WORDED_BOOLEAN;
        Long length = type.length();
        return isRead || (length != null && values.haveLength(length));
    }

    /** Returns whether the driver gives back what the database made for a column. */
    default boolean makesKeys(DeclaredColumn column, List<String> key) {
        return column.generated();
    }

    /** Returns whether a name of a column in the mapping, as it stands in statements, means one of the schema. */
    default boolean isSameColumn(LiveNames names, String mapped, String live) {
        return names.isSame(mapped, live);
    }

    /** Returns whether failures tell unique constraints and foreign keys by name. */
    default boolean tellsConstraints() {
        return true;
    }

    /** Returns the unique constraints and indexes of a table. */
    List<LiveUnique> uniques(LiveTable table) throws SQLException;
}
