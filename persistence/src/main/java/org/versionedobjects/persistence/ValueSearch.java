package org.versionedobjects.persistence;

import com.google.common.collect.Lists;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.Criterion.AnyOf;

/** A search for rows by many values of one column, each of which one row has at most. */
final class ValueSearch<T, O extends VersionedObject> {
    private final Table<O> table;
    private final Field<T> field;
    private final Column<?> column;
    private final Map<Object, T> asked = new LinkedHashMap<>();

    ValueSearch(Table<O> table, Field<T> field, Collection<? extends T> values) {
        this.table = table;
        this.field = field;
        this.column = table.requiredColumn(field);
        new AnyOf(field, new ArrayList<>(values)).check(table);
        for (T value : values) {
            Object bound = column.columnValue("the search", Objects.requireNonNull(value, "value"));
            asked.putIfAbsent(identity(Objects.requireNonNull(bound)), value);
        }
    }

    private record Hit<O>(Object value, O object) {}

    Found<T, O> run(Session session, RowFinder<O> finder, boolean includingDeleted) {
        Map<Object, O> found = new HashMap<>();
        RowFinder<O> telling = finder.besides(List.of(column));
        for (List<T> some : Lists.partition(new ArrayList<>(asked.values()), Selection.MOST_PARAMETERS)) {
            Selection selection = Selection.all(table, includingDeleted).with(new AnyOf(field, new ArrayList<>(some)));
            List<Hit<O>> hits = telling.list(session, selection, this::hit);
            for (Hit<O> hit : hits) {
                if (found.put(hit.value(), hit.object()) != null) {
                    throw several(hit.value());
                }
            }
        }
        return found(found);
    }

    private Hit<O> hit(O object, RowFinder.Row row) throws SQLException {
        return new Hit<>(identity(Objects.requireNonNull(column.normalized(row.get(column)))), object);
    }

    private Found<T, O> found(Map<Object, O> found) {
        Map<T, O> byValue = new LinkedHashMap<>();
        List<T> missing = new ArrayList<>();
        asked.forEach((identity, value) -> {
            O object = found.get(identity);
            if (object == null) {
                missing.add(value);
            } else {
                byValue.put(value, object);
            }
        });
        return new Found<>(byValue, missing);
    }

    private NotUniqueException several(Object identity) {
        T value = asked.get(identity);
        @Nullable Object shown = value == null ? null : column.columnValue("the search", value);
        return new NotUniqueException(
                Facts.problem("several have " + column.name() + "=" + column.format(shown) + " in the table "
                                + table.name())
                        .withObject(table.type())
                        .withPath(field.name()),
                null);
    }

    /** Returns what is equal for column values that are the same. */
    private static Object identity(Object columnValue) {
        if (columnValue instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        }
        return columnValue instanceof BigDecimal number ? number.stripTrailingZeros() : columnValue;
    }
}
