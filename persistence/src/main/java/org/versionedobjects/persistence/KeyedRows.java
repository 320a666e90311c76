package org.versionedobjects.persistence;

import com.google.common.collect.Lists;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * The rows of a table that have any of many keys in some columns, read in one statement, or in one for each {@link
 * #MOST_PARAMETERS} values.
 *
 * @param reader of the rows, which tells what is in the columns
 * @param by the columns
 * @param absent what must be null in a row
 * @param order in which rows with one key come
 */
record KeyedRows(RowReader<?> reader, List<Column<?>> by, List<Place> absent, List<Ordering> order) {
    static final int MOST_PARAMETERS = 30_000;

    /** A column of a table in a query. */
    record Place(Join join, Column<?> column) {
        String name(Dialect dialect) {
            return join.name(dialect, column);
        }
    }

    /** A column of a table in a query, by which rows are ordered. */
    record Ordering(Join join, Sort.By by) {
        static List<Ordering> of(Join join, Sort sort) {
            return sort.columns().stream().map(by -> new Ordering(join, by)).toList();
        }

        String text(Dialect dialect) {
            return by.text(dialect, join.name(dialect, by.column()));
        }
    }

    /** Takes a row, and the key that it has. */
    @FunctionalInterface
    interface Target {
        void take(KeyValues key, ResultRow row) throws SQLException;
    }

    void read(Session session, Collection<KeyValues> keys, Target target) {
        Dialect dialect = reader.dialect(session);
        for (List<KeyValues> some : Lists.partition(new ArrayList<>(keys), MOST_PARAMETERS / by.size())) {
            List<Object> values =
                    some.stream().flatMap(key -> key.values().stream()).toList();
            SqlText sql = sql(dialect, values);
            reader.each(session, sql.text(), sql.parameters(), row -> target.take(key(row), row));
        }
    }

    private SqlText sql(Dialect dialect, List<Object> values) {
        SqlText sql = new SqlText(dialect).add(reader.select(dialect)).add(" WHERE ");
        List<String> names =
                by.stream().map(column -> reader.root().name(dialect, column)).toList();
        if (names.size() == 1) {
            dialect.anyOf(sql, names.get(0), values);
        } else {
            sql.add(dialect.anyRowOf(names, values.size() / names.size()), values);
        }
        absent.forEach(place -> sql.add(" AND ").add(place.name(dialect)).add(" IS NULL"));
        String before = " ORDER BY ";
        for (Ordering ordering : order) {
            sql.add(before).add(ordering.text(dialect));
            before = ", ";
        }
        return sql;
    }

    private KeyValues key(ResultRow row) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (Column<?> column : by) {
            values.add(Objects.requireNonNull(column.normalized(reader.raw(row, column))));
        }
        return KeyValues.of(values);
    }
}
