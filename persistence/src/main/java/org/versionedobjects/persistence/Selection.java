package org.versionedobjects.persistence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table are read, in which order. Immutable.
 *
 * @param includingDeleted whether rows that are softly deleted count
 * @param condition what rows must be like; null for nothing
 * @param sort their order; null for any
 * @param after the position in the order after which they begin; null for its start
 * @param limit how many are read at most
 */
record Selection(
        Table<?> table,
        boolean includingDeleted,
        @Nullable Criterion condition,
        @Nullable Sort sort,
        @Nullable List<@Nullable Object> after,
        int limit) {
    static final int NO_LIMIT = Integer.MAX_VALUE;

    /** Returns how many parameters a statement may have on every engine. */
    static final int MOST_PARAMETERS = 30_000;

    static Selection all(Table<?> table, boolean includingDeleted) {
        return new Selection(table, includingDeleted, null, null, null, NO_LIMIT);
    }

    Selection with(@Nullable Criterion newCondition) {
        return new Selection(table, includingDeleted, newCondition, sort, after, limit);
    }

    Selection by(@Nullable Sort newSort) {
        return new Selection(table, includingDeleted, condition, newSort, after, limit);
    }

    Selection after(@Nullable List<@Nullable Object> position) {
        return new Selection(table, includingDeleted, condition, sort, position, limit);
    }

    Selection most(int newLimit) {
        return new Selection(table, includingDeleted, condition, sort, after, Math.min(limit, newLimit));
    }

    Selection unsorted() {
        return by(null);
    }

    /** Starts a statement about the rows. */
    RowSql start(Dialect dialect) {
        return new RowSql(new SqlText(dialect), table, 0);
    }

    /** Writes the table as {@link Join} does, without those that it refers to. */
    void writeFrom(RowSql row) {
        row.sql().add(" FROM ").name(table.name()).add(" " + row.alias());
    }

    /** Writes what follows tables: condition, order, limit. */
    void writeTail(RowSql row) {
        Clauses where = new Clauses(row);
        SoftDeletion deletion = table.softDeletion();
        if (condition != null) {
            condition.write(where.next(), true);
        }
        if (deletion != null && !includingDeleted) {
            where.next().name(deletion.deletedAt()).add(" IS NULL");
        }
        if (sort != null && after != null) {
            sort.writeAfter(where.next(), after);
        }
        if (sort != null) {
            sort.writeOrder(row);
        }
        if (limit != NO_LIMIT) {
            row.sql().add(" LIMIT ").parameter(limit);
        }
    }

    /** What must all be true; it begins with WHERE if there is anything. */
    private static final class Clauses {
        private final RowSql row;
        private String before = " WHERE ";

        Clauses(RowSql row) {
            this.row = row;
        }

        RowSql next() {
            row.sql().add(before);
            before = " AND ";
            return row;
        }
    }
}
