package org.versionedobjects.persistence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.StateAccess;
import org.versionedobjects.UnknownFieldException;
import org.versionedobjects.VersionedObject;

/**
 * Which fields are loaded from rows, and which of the objects that they refer to; the others stay unset. Key, generation
 * and the mark of soft deletion always are, since a save needs them; of a key that is a reference, its key.
 *
 * <pre>{@code
 * consumers.only(Fields.of(Consumer.UUID).with(Consumer.PROJECT, Fields.of(Project.EXTERNAL_ID)))
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Fields {
    private static final Fields ALL = new Fields(null, Set.of(), true, Map.of());

    private final @Nullable Set<Field<?>> only;
    private final Set<Field<?>> left;
    private final boolean references;
    private final Map<Field<?>, Fields> inside;

    private Fields(@Nullable Set<Field<?>> only, Set<Field<?>> left, boolean references, Map<Field<?>, Fields> inside) {
        this.only = only == null ? null : Set.copyOf(only);
        this.left = Set.copyOf(left);
        this.references = references;
        this.inside = Map.copyOf(inside);
    }

    /** Returns all fields, and all that they refer to. */
    public static Fields all() {
        return ALL;
    }

    /** Returns some fields; references among them are loaded whole. */
    public static Fields of(Field<?>... fields) {
        return new Fields(Set.copyOf(List.of(fields)), Set.of(), true, Map.of());
    }

    /** Returns these without some. */
    public Fields without(Field<?>... fields) {
        Set<Field<?>> more = new HashSet<>(left);
        more.addAll(List.of(fields));
        Map<Field<?>, Fields> fewer = new HashMap<>(inside);
        fewer.keySet().removeAll(List.of(fields));
        return new Fields(only, more, references, fewer);
    }

    /** Returns these without those that refer to other rows. */
    public Fields withoutReferences() {
        return new Fields(only, left, false, Map.of());
    }

    /** Returns these and a reference, of which only some fields are loaded. */
    public Fields with(Field<? extends @Nullable VersionedObject> reference, Fields ofIt) {
        return inside(reference, Objects.requireNonNull(ofIt, "ofIt"));
    }

    Fields inside(Field<?> reference, Fields ofIt) {
        Map<Field<?>, Fields> more = new HashMap<>(inside);
        more.put(reference, ofIt);
        return new Fields(only, left, references, more);
    }

    /**
     * The columns of a table that are selected.
     *
     * @param columns in the order of the table
     * @param inside of the references among them, what is selected of the table that each leads to
     */
    record Columns(List<Column<?>> columns, Map<Column<?>, Fields> inside) {}

    /**
     * Returns these of a table.
     *
     * @throws UnknownFieldException if a field has no column there
     * @throws IllegalArgumentException if something is selected inside a field that is no reference
     */
    Columns in(Table<?> table) {
        Set<Column<?>> chosen = only == null ? null : columns(table, only);
        Set<Column<?>> out = columns(table, left);
        Map<Column<?>, Fields> parts = new HashMap<>();
        inside.forEach((field, ofIt) -> parts.put(reference(table, field), ofIt));
        List<Column<?>> columns = new ArrayList<>();
        Map<Column<?>, Fields> within = new LinkedHashMap<>();
        for (Column<?> column : table.columns()) {
            boolean isPlainlyChosen = (chosen == null || chosen.contains(column))
                    && !out.contains(column)
                    && (references || column.reference() == null);
            if (isPlainlyChosen || parts.containsKey(column) || isNeeded(table, column)) {
                columns.add(column);
                if (column.reference() != null) {
                    within.put(column, parts.getOrDefault(column, isPlainlyChosen ? ALL : of()));
                }
            }
        }
        return new Columns(columns, within);
    }

    private static Set<Column<?>> columns(Table<?> table, Set<Field<?>> fields) {
        Set<Column<?>> columns = new HashSet<>();
        fields.forEach(field -> columns.add(table.requiredColumn(field)));
        return columns;
    }

    private static Column<?> reference(Table<?> table, Field<?> field) {
        Column<?> column = table.requiredColumn(field);
        if (column.reference() == null) {
            throw new IllegalArgumentException(
                    "Fields inside of " + field + " are asked for, but it is no reference of " + table);
        }
        return column;
    }

    /** Returns whether no save is possible without a column. */
    private static boolean isNeeded(Table<?> table, Column<?> column) {
        SoftDeletion deletion = table.softDeletion();
        return table.isKey(column)
                || column.equals(table.generation())
                || (deletion != null && (column.equals(deletion.deletedAt()) || column.equals(deletion.deleted())));
    }

    // ---- what an object was loaded with ----

    /** Returns what an object was loaded with, or has since; all if nothing was left out of it. */
    static Fields ofLoaded(Table<?> table, VersionedObject object) {
        if (!LeftOut.isIn(object)) {
            return ALL;
        }
        Fields fields = of(table.columns().stream()
                .filter(column -> column.isSetIn(object) || StateAccess.hasBaseline(object, column.slot()))
                .map(Column::field)
                .toArray(Field<?>[]::new));
        for (Column<?> column : table.columns()) {
            Table<?> reference = column.reference();
            VersionedObject other = reference == null ? null : referred(column, object);
            if (reference != null && other != null) {
                fields = fields.inside(column.field(), ofLoaded(reference, other));
            }
        }
        return fields;
    }

    private static @Nullable VersionedObject referred(Column<?> column, VersionedObject object) {
        if (StateAccess.hasBaseline(object, column.slot())) {
            return (VersionedObject) StateAccess.baseline(object, column.slot());
        }
        return column.isSetIn(object) ? (VersionedObject) StateAccess.value(object, column.slot()) : null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fields that
                && Objects.equals(only, that.only)
                && left.equals(that.left)
                && references == that.references
                && inside.equals(that.inside);
    }

    @Override
    public int hashCode() {
        return Objects.hash(only, left, references, inside);
    }

    /** Returns the fields that are loaded, or left out. */
    @Override
    public String toString() {
        return (only == null ? "all" : "only " + only)
                + (left.isEmpty() ? "" : " without " + left)
                + (references ? "" : " without references")
                + (inside.isEmpty() ? "" : " with " + inside);
    }
}
