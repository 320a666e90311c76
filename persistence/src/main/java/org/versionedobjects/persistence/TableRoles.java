package org.versionedobjects.persistence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;

/**
 * What the fields of a {@link Table} are there for, as data: for tools and tests. Fields that it does not name are plain
 * columns. Immutable.
 *
 * @param key the fields of the primary key
 * @param keyGenerated whether the database makes the key, which is one field then
 * @param naturalKey the fields by which people tell rows apart; empty if there are none
 * @param generation the field that counts the updates; null if there is none
 * @param createdAt the field that the store sets on insert; null if there is none
 * @param updatedAt the field that the store sets on every update; null if there is none
 * @param softDeletion the fields that say that a row is deleted: when, and whether; empty if rows do not stay
 * @param references the fields that hold an object of another table, and that table, in the order of the type
 * @param uniques the fields of each unique constraint by its name, as declared
 * @param foreignKeys the fields of each foreign key by its name, as declared
 */
public record TableRoles(
        List<Field<?>> key,
        boolean keyGenerated,
        List<Field<?>> naturalKey,
        @Nullable Field<Long> generation,
        @Nullable Field<?> createdAt,
        @Nullable Field<?> updatedAt,
        List<Field<?>> softDeletion,
        Map<Field<?>, Table<?>> references,
        Map<String, List<Field<?>>> uniques,
        Map<String, List<Field<?>>> foreignKeys) {

    /** Copies the collections. */
    public TableRoles {
        key = List.copyOf(key);
        naturalKey = List.copyOf(naturalKey);
        softDeletion = List.copyOf(softDeletion);
        references = Collections.unmodifiableMap(new LinkedHashMap<>(references));
        uniques = Collections.unmodifiableMap(new LinkedHashMap<>(uniques));
        foreignKeys = Collections.unmodifiableMap(new LinkedHashMap<>(foreignKeys));
    }

    static TableRoles of(Table<?> table) {
        Map<Field<?>, Table<?>> references = new LinkedHashMap<>();
        for (Column<?> column : table.columns()) {
            Table<?> reference = column.reference();
            if (reference != null) {
                references.put(column.field(), reference);
            }
        }
        return new TableRoles(
                Table.fieldsOf(table.key()),
                table.generatedKey() != null,
                table.identity().equals(table.key()) ? List.of() : Table.fieldsOf(table.identity()),
                table.generation() == null ? null : table.generation().field(),
                field(table.createdAt()),
                field(table.updatedAt()),
                softDeletion(table.softDeletion()),
                references,
                constraints(table, Constraint.Kind.UNIQUE),
                constraints(table, Constraint.Kind.FOREIGN_KEY));
    }

    private static @Nullable Field<?> field(@Nullable Column<?> column) {
        return column == null ? null : column.field();
    }

    private static List<Field<?>> softDeletion(@Nullable SoftDeletion deletion) {
        return deletion == null ? List.of() : deletion.fields();
    }

    private static Map<String, List<Field<?>>> constraints(Table<?> table, Constraint.Kind kind) {
        Map<String, List<Field<?>>> constraints = new LinkedHashMap<>();
        for (Constraint each : table.constraints()) {
            if (each.kind() == kind) {
                constraints.put(each.name(), Table.fieldsOf(each.columns()));
            }
        }
        return constraints;
    }
}
