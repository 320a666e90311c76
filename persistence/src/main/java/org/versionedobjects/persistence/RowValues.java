package org.versionedobjects.persistence;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.BitSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;

/**
 * What columns of a row hold, or are to hold: a map by field, in the order of the table, that answers for columns without a
 * search. Who makes it puts values in; as a map it is unmodifiable.
 */
final class RowValues extends AbstractMap<Field<?>, @Nullable Object> {
    /** Stands for null; Java's null is in the places of columns that are not here. */
    private static final Object NULL = new Object();

    private final Table<?> table;
    private final @Nullable Object[] held;
    private int size;

    RowValues(Table<?> table) {
        this.table = table;
        this.held = new Object[table.columns().size()];
    }

    /** Returns values as such of a table. */
    static RowValues of(Table<?> table, Map<Field<?>, ? extends @Nullable Object> values) {
        if (values instanceof RowValues same && same.table == table) {
            return same;
        }
        RowValues copy = new RowValues(table);
        values.forEach((field, value) -> copy.put(table.requiredColumn(field), value));
        return copy;
    }

    void put(Column<?> column, @Nullable Object value) {
        if (held[column.index()] == null) {
            size++;
        }
        held[column.index()] = value == null ? NULL : value;
    }

    void putAll(RowValues others) {
        for (int index = 0; index < held.length; index++) {
            if (others.held[index] != null) {
                put(table.columns().get(index), others.at(index));
            }
        }
    }

    boolean has(Column<?> column) {
        return held[column.index()] != null;
    }

    /** Returns the value of a column; null if that is null, or not here. */
    @Nullable
    Object at(Column<?> column) {
        return at(column.index());
    }

    /** Returns the value of the column with an index. */
    @Nullable
    Object at(int index) {
        Object value = held[index];
        return value == NULL ? null : value;
    }

    /** Returns whether the same columns are in values of the same table. */
    boolean hasColumnsOf(RowValues others) {
        if (size != others.size) {
            return false;
        }
        for (int index = 0; index < held.length; index++) {
            if ((held[index] == null) != (others.held[index] == null)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the indexes of the columns that are here. */
    BitSet indexes() {
        BitSet indexes = new BitSet(held.length);
        for (int index = 0; index < held.length; index++) {
            if (held[index] != null) {
                indexes.set(index);
            }
        }
        return indexes;
    }

    // ---- as a map ----

    private @Nullable Column<?> column(@Nullable Object key) {
        return key instanceof Field<?> field && table.type().has(field) ? table.column(field) : null;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        Column<?> column = column(key);
        return column != null && has(column);
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        Column<?> column = column(key);
        return column == null ? null : at(column);
    }

    @Override
    public Set<Map.Entry<Field<?>, @Nullable Object>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<Field<?>, @Nullable Object>> {
        @Override
        public int size() {
            return size;
        }

        @Override
        public Iterator<Map.Entry<Field<?>, @Nullable Object>> iterator() {
            return new Iterator<>() {
                private int next = after(0);

                private int after(int from) {
                    int index = from;
                    while (index < held.length && held[index] == null) {
                        index++;
                    }
                    return index;
                }

                @Override
                public boolean hasNext() {
                    return next < held.length;
                }

                @Override
                public Map.Entry<Field<?>, @Nullable Object> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    int index = next;
                    next = after(index + 1);
                    return new SimpleImmutableEntry<>(table.columns().get(index).field(), at(index));
                }
            };
        }
    }
}
