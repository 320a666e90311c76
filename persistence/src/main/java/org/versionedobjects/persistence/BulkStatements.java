package org.versionedobjects.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements that write many rows of one table at once. Thread-safe. */
interface BulkStatements {

    /** Rows to write: for each the values of some columns, in the order of the columns. */
    record Rows(Table<?> table, List<Column<?>> columns, List<List<@Nullable Object>> values) {
        /** Copies the lists. */
        public Rows {
            columns = List.copyOf(columns);
            values = List.copyOf(values);
        }

        int size() {
            return values.size();
        }
    }

    /**
     * Returns how many of some rows, from the first, one statement takes; at least one.
     *
     * @param values the values of each row
     */
    int fitting(List<List<@Nullable Object>> values);

    /** Returns whether an insert can have a result: columns of its rows. */
    boolean canReturn();

    /**
     * Prepares an insert.
     *
     * @param returning the columns that the result has, for each row, in no order of rows; empty for no result
     */
    PreparedStatement insert(Connection connection, Rows rows, List<Column<?>> returning) throws SQLException;

    /** Executes an insert that has a result, and returns that. */
    default ResultSet executeReturning(PreparedStatement insert) throws SQLException {
        return insert.executeQuery();
    }

    /** Forgets what the database told of a table, which may have changed since. */
    default void forget(Table<?> table) {}

    /** Returns whether there are {@link #update} and {@link #delete}; else batches are to be used. */
    boolean canChange();

    /**
     * Prepares an update, whose result has the key columns of the rows that it changed.
     *
     * @param rows the values to write, then the key, then the generation as it was, if the table has one
     * @param written how many of the columns are written
     */
    PreparedStatement update(Connection connection, Rows rows, int written) throws SQLException;

    /**
     * Prepares a delete, whose result has the key columns of the rows that it deleted.
     *
     * @param rows the key, then the generation as it was, if the table has one
     */
    PreparedStatement delete(Connection connection, Rows rows) throws SQLException;
}
