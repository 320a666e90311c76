package org.versionedobjects.persistence;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.StateAccess;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;

/**
 * How what a {@link Join} selects becomes an object: for each field the place in a row, as it is gone through for every row.
 * Immutable and thread-safe.
 *
 * @param <O> the class of the objects
 */
final class RowShape<O extends VersionedObject> {
    /** Stands for a reference to a row that is not there. */
    private static final Object DANGLING = new Object();

    private final Table<O> table;
    private final Cell[] cells;
    private final boolean partial;
    private final boolean flat;

    private RowShape(Table<O> table, Cell[] cells, boolean partial) {
        this.table = table;
        this.cells = cells;
        this.partial = partial;
        this.flat = Arrays.stream(cells).allMatch(Cell::isFlat);
    }

    /**
     * Makes one.
     *
     * @param join what is selected of the table
     */
    static <O extends VersionedObject> RowShape<O> of(Table<O> table, Join join) {
        Cell[] cells =
                join.columns().stream().map(column -> Cell.of(join, column)).toArray(Cell[]::new);
        return new RowShape<>(table, cells, join.isPartial());
    }

    /** Returns the object in a row. A field that refers to a row that is not there stays unset. */
    O object(ResultRow row) throws SQLException {
        O object = StateAccess.newForLoading(table.type());
        for (Cell cell : cells) {
            Object value = cell.value(table, row);
            if (value != DANGLING) {
                StateAccess.load(object, cell.slot, value);
            }
        }
        return marked(object);
    }

    /** Returns the object in a row that others refer to, and of which the key is known. */
    private O referred(ResultRow row, int keyIndex, Object key) throws SQLException {
        RecentRows recent = flat ? row.recent(keyIndex) : null;
        if (recent == null) {
            return object(row);
        }
        @Nullable Object[] values = recent.get(key);
        if (values == null) {
            values = values(row);
            recent.put(key, values);
        }
        O object = StateAccess.newForLoading(table.type());
        for (int i = 0; i < cells.length; i++) {
            StateAccess.load(object, cells[i].slot, values[i]);
        }
        return marked(object);
    }

    private @Nullable Object[] values(ResultRow row) throws SQLException {
        @Nullable Object[] values = new Object[cells.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = cells[i].value(table, row);
        }
        return values;
    }

    private O marked(O object) {
        if (partial) {
            LeftOut.mark(table, object);
        }
        return object;
    }

    /** Passes on what each field is to have, but for references to rows that are not there. */
    void fill(ResultRow row, BiConsumer<Column<?>, @Nullable Object> target) throws SQLException {
        for (Cell cell : cells) {
            Object value = cell.value(table, row);
            if (value != DANGLING) {
                target.accept(cell.column, value);
            }
        }
    }

    /** Returns the object that a row refers to by a column; null if there is none, or the column is not selected. */
    @Nullable
    VersionedObject referred(ResultRow row, Column<?> column) throws SQLException {
        for (Cell cell : cells) {
            if (cell.column.equals(column) && cell.reference != null) {
                return row.value(cell.referenceKey) == null ? null : cell.reference.object(row);
            }
        }
        return null;
    }

    /** Returns the value of a column as the field's type has it. */
    static @Nullable Object coerced(Table<?> table, Column<?> column, @Nullable Object raw) {
        Field<?> field = column.field();
        try {
            if (raw == null && !field.type().isNullable()) {
                throw InvalidValueException.expected(field.type().describe(), null);
            }
            return raw == null ? null : column.form().fromColumn(raw);
        } catch (VersionedObjectException e) {
            VersionedObjectException located = e.within(field.name()).of(table.type());
            throw column.isSecret() ? located.masked() : located;
        }
    }

    /** Where the value of a field is. */
    private static final class Cell {
        final Column<?> column;
        final int slot;
        private final int index;
        private final boolean time;
        private final @Nullable Class<?> covered;
        private final @Nullable RowShape<?> reference;
        private final int referenceKey;

        private Cell(Column<?> column, int index, @Nullable RowShape<?> reference, int referenceKey) {
            this.column = column;
            this.slot = column.slot();
            this.index = index;
            this.time = column.reference() == null && column.form().isTime();
            this.covered = column.reference() == null ? column.form().covered() : null;
            this.reference = reference;
            this.referenceKey = referenceKey;
        }

        static Cell of(Join join, Column<?> column) {
            Join reference = join.references().get(column.index());
            return reference == null
                    ? new Cell(column, join.indexOf(column), null, 0)
                    : new Cell(
                            column,
                            join.indexOf(column),
                            RowShape.of(reference.table(), reference),
                            reference.indexOf(reference.table().singleKey()));
        }

        @Nullable
        Object value(Table<?> table, ResultRow row) throws SQLException {
            if (reference != null) {
                return referred(reference, table, row);
            }
            Object raw = time ? row.valueByType(index) : row.value(index);
            return raw != null && raw.getClass() == covered ? raw : coerced(table, column, raw);
        }

        /** Returns whether what is in it is no object, and holds none. */
        boolean isFlat() {
            return reference == null && !column.form().isJson();
        }

        /** The row that is referred to is there if its key is; only if it is not, what refers to it tells why. */
        private @Nullable Object referred(RowShape<?> shape, Table<?> table, ResultRow row) throws SQLException {
            Object key = row.value(referenceKey);
            if (key != null) {
                return shape.referred(row, referenceKey, key);
            }
            Object raw = row.value(index);
            return raw == null ? coerced(table, column, null) : DANGLING;
        }
    }
}
