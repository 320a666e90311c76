package org.versionedobjects.persistence;

import java.util.function.Consumer;

/**
 * What is written of the row of one table in a statement.
 *
 * @param depth how many queries are around, from 0
 */
record RowSql(SqlText sql, Table<?> table, int depth) {
    /** How the table is called where its rows are read, as in a {@link Join}. */
    String alias() {
        return (depth == 0 ? "t" : "r") + depth;
    }

    RowSql inside(Table<?> other) {
        return new RowSql(sql, other, depth + 1);
    }

    String nameOf(Column<?> column) {
        return alias() + "." + sql.dialect().quote(column.name());
    }

    SqlText name(Column<?> column) {
        return sql.add(nameOf(column));
    }

    /** Writes what may be true, or that the column is null, too, if that counts. */
    void either(boolean orNull, Column<?> column, Consumer<SqlText> condition) {
        if (!orNull) {
            condition.accept(sql);
            return;
        }
        sql.add("(");
        condition.accept(sql);
        sql.add(" OR ");
        name(column).add(" IS NULL)");
    }

    void constant(boolean value) {
        sql.add(value ? "1 = 1" : "1 = 0");
    }
}
