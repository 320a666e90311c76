package org.versionedobjects.persistence;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.VersionedObject;

/**
 * What is behind a {@link Condition}. Negations are pushed down to the columns, where null is looked after; above, SQL's
 * unknown counts as false, and no NOT is there to turn it around.
 */
sealed interface Criterion {

    /**
     * Checks that fields have columns which can hold the values.
     *
     * @throws org.versionedobjects.UnknownFieldException if one has no column
     * @throws UnsavableException if a value is an object that has no key
     * @throws IllegalArgumentException if the condition makes no sense of a column
     */
    void check(Table<?> table);

    /**
     * Writes SQL that is true of a row if the condition holds, or if it does not.
     *
     * @param holds whether it is to hold
     */
    void write(RowSql row, boolean holds);

    private static Column<?> plainColumn(Table<?> table, Field<?> field) {
        Column<?> column = table.requiredColumn(field);
        if (column.form().isJson()) {
            throw new IllegalArgumentException("The field " + field.name() + " is JSON in the table " + table.name()
                    + ", which databases do not compare as objects are");
        }
        return column;
    }

    private static Object bound(Column<?> column, Object value) {
        return Objects.requireNonNull(column.columnValue("the condition", value));
    }

    @SuppressWarnings("unchecked") // a value of the field
    private static <T extends @Nullable Object> String format(Field<T> field, @Nullable Object value) {
        return value == null ? "null" : field.spec().format((T) value);
    }

    /** A column has one of several values, null among them perhaps. */
    record AnyOf(Field<?> field, List<@Nullable Object> values) implements Criterion {
        @Override
        public void check(Table<?> table) {
            bound(table);
        }

        private Column<?> column(Table<?> table) {
            boolean isNullOnly = notNull().isEmpty();
            return isNullOnly ? table.requiredColumn(field) : plainColumn(table, field);
        }

        private List<Object> notNull() {
            return values.stream()
                    .filter(Objects::nonNull)
                    .map(Object.class::cast)
                    .toList();
        }

        private List<Object> bound(Table<?> table) {
            Column<?> column = column(table);
            return notNull().stream().map(each -> Criterion.bound(column, each)).toList();
        }

        @Override
        public void write(RowSql row, boolean holds) {
            Column<?> column = column(row.table());
            List<Object> bound = bound(row.table());
            boolean withNull = bound.size() < values.size();
            if (bound.isEmpty()) {
                writeNullOnly(row, column, holds, withNull);
            } else if (holds) {
                row.either(withNull, column, sql -> compare(row, column, bound, " = ", " IN "));
            } else if (withNull) {
                compare(row, column, bound, " <> ", " NOT IN ");
            } else {
                row.either(true, column, sql -> compare(row, column, bound, " <> ", " NOT IN "));
            }
        }

        private static void writeNullOnly(RowSql row, Column<?> column, boolean holds, boolean withNull) {
            if (withNull) {
                row.name(column).add(holds ? " IS NULL" : " IS NOT NULL");
            } else {
                row.constant(!holds);
            }
        }

        private static void compare(RowSql row, Column<?> column, List<Object> bound, String one, String many) {
            if (bound.size() == 1) {
                row.name(column).add(one).parameter(bound.get(0));
            } else {
                row.name(column).add(many).add("(").parameters(bound).add(")");
            }
        }

        @Override
        public String toString() {
            if (values.size() == 1) {
                Object value = values.get(0);
                return field.name() + (value == null ? " is null" : " = " + format(field, value));
            }
            return field.name()
                    + values.stream().map(each -> format(field, each)).collect(Collectors.joining(", ", " in (", ")"));
        }
    }

    /** A column has a value, and it is less or greater than another. */
    record Compared(Field<?> field, Comparison comparison, Object value) implements Criterion {
        @Override
        public void check(Table<?> table) {
            Criterion.bound(plainColumn(table, field), value);
        }

        @Override
        public void write(RowSql row, boolean holds) {
            Column<?> column = plainColumn(row.table(), field);
            Object bound = Criterion.bound(column, value);
            String operator = (holds ? comparison : comparison.opposite()).operator();
            row.either(
                    !holds,
                    column,
                    sql -> row.name(column).add(" " + operator + " ").parameter(bound));
        }

        @Override
        public String toString() {
            return field.name() + " " + comparison.operator() + " " + format(field, value);
        }
    }

    /** A column has a text, and it starts with another, or has it in it. */
    record Like(Field<?> field, String text, boolean anywhere) implements Criterion {
        @Override
        public void check(Table<?> table) {
            plainColumn(table, field);
        }

        @Override
        public void write(RowSql row, boolean holds) {
            Column<?> column = plainColumn(row.table(), field);
            row.either(!holds, column, sql -> sql.dialect().like(sql, row.nameOf(column), !holds, text, anywhere));
        }

        @Override
        public String toString() {
            return field.name() + (anywhere ? " contains " : " starts with ") + format(field, text);
        }
    }

    /** A column refers to a row of which something else is true. */
    record Referring(Field<? extends @Nullable VersionedObject> field, Criterion criterion) implements Criterion {
        private Table<?> reference(Table<?> table) {
            Table<?> reference = table.requiredColumn(field).reference();
            if (reference == null) {
                throw new IllegalArgumentException(
                        "The field " + field.name() + " is no reference in the table " + table.name());
            }
            return reference;
        }

        @Override
        public void check(Table<?> table) {
            criterion.check(reference(table));
        }

        @Override
        public void write(RowSql row, boolean holds) {
            Column<?> column = row.table().requiredColumn(field);
            Table<?> reference = reference(row.table());
            row.either(!holds, column, sql -> {
                RowSql other = row.inside(reference);
                row.name(column).add(holds ? " IN (SELECT " : " NOT IN (SELECT ");
                other.name(reference.singleKey()).add(" FROM ").name(reference.name());
                sql.add(" " + other.alias() + " WHERE ");
                criterion.write(other, true);
                sql.add(")");
            });
        }

        @Override
        public String toString() {
            return field.name() + " with (" + criterion + ")";
        }
    }

    /**
     * The row is one of several.
     *
     * @param columns those of the key
     * @param keys at least one, each with a value for each column
     */
    record Keys(List<Column<?>> columns, List<List<Object>> keys) implements Criterion {
        @Override
        public void check(Table<?> table) {}

        @Override
        public void write(RowSql row, boolean holds) {
            if (columns.size() == 1) {
                List<Object> values = keys.stream().map(key -> key.get(0)).toList();
                row.name(columns.get(0)).add(holds ? " IN (" : " NOT IN (");
                row.sql().parameters(values).add(")");
                return;
            }
            String before = holds ? "(" : "NOT (";
            for (List<Object> key : keys) {
                row.sql().add(before);
                writeKey(row, key);
                before = " OR ";
            }
            row.sql().add(")");
        }

        private void writeKey(RowSql row, List<Object> key) {
            String before = "(";
            for (int index = 0; index < columns.size(); index++) {
                row.sql().add(before);
                row.name(columns.get(index)).add(" = ").parameter(key.get(index));
                before = " AND ";
            }
            row.sql().add(")");
        }

        @Override
        public String toString() {
            return "one of " + keys.size() + " keys";
        }
    }

    /** Something is not true. */
    record Not(Criterion criterion) implements Criterion {
        @Override
        public void check(Table<?> table) {
            criterion.check(table);
        }

        @Override
        public void write(RowSql row, boolean holds) {
            criterion.write(row, !holds);
        }

        @Override
        public String toString() {
            return "not (" + criterion + ")";
        }
    }

    /** All of several are true, or one at least. */
    record Joined(boolean all, List<Criterion> criteria) implements Criterion {
        /** Joins criteria; what is joined in the same way already goes in without brackets of its own. */
        static Joined of(boolean all, List<Criterion> criteria) {
            return new Joined(
                    all, criteria.stream().flatMap(each -> parts(all, each)).toList());
        }

        private static Stream<Criterion> parts(boolean all, Criterion criterion) {
            boolean isSame = criterion instanceof Joined joined && joined.all == all;
            return isSame ? ((Joined) criterion).criteria.stream() : Stream.of(criterion);
        }

        @Override
        public void check(Table<?> table) {
            criteria.forEach(each -> each.check(table));
        }

        @Override
        public void write(RowSql row, boolean holds) {
            boolean isAnd = all == holds;
            if (criteria.isEmpty()) {
                row.constant(isAnd);
                return;
            }
            String before = "(";
            for (Criterion each : criteria) {
                row.sql().add(before);
                each.write(row, holds);
                before = isAnd ? " AND " : " OR ";
            }
            row.sql().add(")");
        }

        @Override
        public String toString() {
            return criteria.stream()
                    .map(Criterion::toString)
                    .collect(Collectors.joining(all ? " and " : " or ", "(", ")"));
        }
    }
}
