package org.versionedobjects.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A total order of a table's rows: by some columns, and then by the key, so that no two rows are equal in it. A position
 * in it is what a row has in its columns, as the database gives it.
 */
record Sort(List<By> columns) {

    /**
     * One column of the order.
     *
     * @param nullable whether it may be null
     */
    record By(Column<?> column, boolean descending, boolean nullsFirst, boolean nullable) {
        private boolean nullsLast() {
            return nullable && !nullsFirst;
        }

        /** Returns the column in its order, by its name as it stands in the statement. */
        String text(Dialect dialect, String name) {
            if (nullable) {
                return dialect.ordered(name, descending, nullsFirst);
            }
            return descending ? name + " DESC" : name;
        }
    }

    /**
     * Returns the order of a table's rows.
     *
     * @throws org.versionedobjects.UnknownFieldException if a field has no column
     * @throws IllegalArgumentException if a column cannot be an order: it is secret, or JSON, or there already
     */
    static Sort of(Table<?> table, List<Order> orders) {
        List<By> columns = new ArrayList<>();
        for (Order order : orders) {
            Column<?> column = table.requiredColumn(order.field());
            check(table, column, columns);
            columns.add(new By(
                    column,
                    order.isDescending(),
                    order.isNullsFirst(),
                    column.field().type().isNullable()));
        }
        for (Column<?> key : table.key()) {
            if (!has(columns, key)) {
                columns.add(new By(key, false, true, false));
            }
        }
        return new Sort(List.copyOf(columns));
    }

    private static void check(Table<?> table, Column<?> column, List<By> before) {
        String problem = null;
        if (column.isSecret()) {
            problem = "is secret, and an order would tell its values";
        } else if (column.form().isJson()) {
            problem = "is JSON, which has no order";
        } else if (has(before, column)) {
            problem = "is in the order twice";
        }
        if (problem != null) {
            throw new IllegalArgumentException(
                    "The field " + column.field().name() + " of the table " + table.name() + " " + problem);
        }
    }

    private static boolean has(List<By> columns, Column<?> column) {
        return columns.stream().anyMatch(each -> each.column().equals(column));
    }

    /** Returns the columns that a position has values of. */
    List<Column<?>> places() {
        return columns.stream().<Column<?>>map(By::column).toList();
    }

    /** Returns whether a position would tell a secret: that of a key. */
    boolean isSecret() {
        return columns.stream().anyMatch(each -> each.column().isSecret());
    }

    /** Returns what is the same only for equal orders of columns that are called the same. */
    String signature() {
        return columns.stream().map(Sort::signature).collect(Collectors.joining(","));
    }

    private static String signature(By by) {
        return by.column().name() + (by.descending() ? " desc" : " asc") + (by.nullsFirst() ? " first" : " last");
    }

    void writeOrder(RowSql row) {
        String before = " ORDER BY ";
        for (By by : columns) {
            row.sql().add(before).add(text(row, by));
            before = ", ";
        }
    }

    private static String text(RowSql row, By by) {
        return by.text(row.sql().dialect(), row.nameOf(by.column()));
    }

    // ---- rows after a position ----

    /**
     * Writes the condition that a row comes after a position. A comparison of whole rows would do for columns of one
     * direction without null only, so it is spelled out: {@code a > ? OR (a = ? AND (b < ? OR …))}.
     */
    void writeAfter(RowSql row, List<@Nullable Object> position) {
        By first = columns.get(0);
        Object value = position.get(0);
        if (columns.size() > 1 && value != null && !first.nullsLast()) {
            row.name(first.column()).add(first.descending() ? " <= " : " >= ").parameter(value);
            row.sql().add(" AND "); // follows from the rest, but an index can use it
        }
        writeAfter(row, position, 0);
    }

    private void writeAfter(RowSql row, List<@Nullable Object> position, int index) {
        By by = columns.get(index);
        Object value = position.get(index);
        boolean isLast = index == columns.size() - 1;
        boolean isGreatest = value == null && by.nullsLast();
        if (isLast && isGreatest) {
            row.constant(false);
            return;
        }
        row.sql().add("(");
        if (!isGreatest) {
            writeGreater(row, by, value);
        }
        if (!isLast) {
            row.sql().add(isGreatest ? "" : " OR (");
            writeEqual(row, by, value);
            row.sql().add(" AND ");
            writeAfter(row, position, index + 1);
            row.sql().add(isGreatest ? "" : ")");
        }
        row.sql().add(")");
    }

    private static void writeGreater(RowSql row, By by, @Nullable Object value) {
        if (value == null) {
            row.name(by.column()).add(" IS NOT NULL");
            return;
        }
        row.either(
                by.nullsLast(),
                by.column(),
                sql -> row.name(by.column())
                        .add(by.descending() ? " < " : " > ")
                        .parameter(value));
    }

    private static void writeEqual(RowSql row, By by, @Nullable Object value) {
        if (value == null) {
            row.name(by.column()).add(" IS NULL");
        } else {
            row.name(by.column()).add(" = ").parameter(value);
        }
    }
}
