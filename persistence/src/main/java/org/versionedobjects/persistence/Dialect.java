package org.versionedobjects.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What differs between databases, all of it; one class for each, thread-safe. */
interface Dialect {

    /** Returns what people call the database. */
    String name();

    /** Returns whether a database is one of this dialect, by what its driver calls it. */
    boolean speaks(String product);

    // ---- names ----

    /**
     * Returns a name as it stands in a statement. What schemas write without quotes, lower-case letters, digits and
     * {@code _}, finds what they made of it; any other name is exact.
     */
    String quote(String name);

    /** Returns what its schemas are like. */
    SchemaDialect schema();

    // ---- statements ----

    /** Returns a query that locks the rows that it reads until the transaction ends. */
    default String locking(String select) {
        return select + " FOR UPDATE";
    }

    /**
     * Returns a query that sees what others have committed even where the transaction sees a snapshot, and does not wait
     * for other readers.
     */
    default String newest(String select) {
        return select;
    }

    /**
     * Returns a query for rows that a statement did not find as expected, which sees what that statement saw. It locks none
     * where it can: that would cost as much as to write them, and have others wait for rows that are not written.
     */
    default String refused(String select) {
        return select;
    }

    /** Prepares an insert so that the value of the generated column, if there is one, can be asked for. */
    default PreparedStatement prepareInsert(Connection connection, String sql, @Nullable String generatedColumn)
            throws SQLException {
        return generatedColumn == null
                ? connection.prepareStatement(sql)
                : connection.prepareStatement(sql, new String[] {generatedColumn});
    }

    /** Returns an insert into a table, whose name is quoted, of nothing but defaults. */
    default String insertDefaults(String table) {
        return "INSERT INTO " + table + " DEFAULT VALUES";
    }

    /** Returns the statements that write many rows at once. */
    BulkStatements bulkStatements();

    /** Returns whether a batch of inserts tells the keys that the database made, in the order of the batch. */
    default boolean tellsKeysOfBatches() {
        return true;
    }

    /**
     * Returns a column, which may be null, in an order.
     *
     * @param column its name as it stands in the statement
     */
    default String ordered(String column, boolean descending, boolean nullsFirst) {
        return column + (descending ? " DESC" : " ASC") + (nullsFirst ? " NULLS FIRST" : " NULLS LAST");
    }

    /**
     * Writes the condition that a column's text starts with another or has it in it, or that it does not, in which no
     * character has a meaning of its own.
     *
     * @param column its name as it stands in the statement
     */
    default void like(SqlText sql, String column, boolean negated, String text, boolean anywhere) {
        String pattern = text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        sql.add(column + (negated ? " NOT" : "") + " LIKE ").parameter(anywhere ? "%" + pattern : pattern);
        sql.add(" ESCAPE '!'");
    }

    /**
     * Writes a value where a query selects it, whose rows are to be inserted.
     *
     * @param into the query for the column that it is inserted into
     */
    default void select(SqlText sql, Object value, Connection connection, String into) throws SQLException {
        sql.parameter(value);
    }

    /**
     * Adds the condition that a column has one of several values.
     *
     * @param column its name as it stands in the statement
     */
    default void anyOf(SqlText sql, String column, List<?> values) {
        sql.add(column).add(" IN (").parameters(values).add(")");
    }

    /**
     * Returns the condition that several columns have one of several rows of values; the parameters are these in order.
     *
     * @param columns their names as they stand in the statement
     */
    default String anyRowOf(List<String> columns, int rows) {
        String row = "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        String all = String.join(", ", Collections.nCopies(rows, row));
        return "(" + String.join(", ", columns) + ") IN (" + all + ")";
    }

    // ---- values ----

    /** Returns what binds values to the parameters of a statement. */
    default Binder binder(PreparedStatement statement) {
        return (index, value) -> JdbcValues.bind(statement, index, value);
    }

    /** Returns the value of a column: times without a zone as such, those with one as an instant. */
    default @Nullable Object read(ResultSet row, int index) throws SQLException {
        return JdbcValues.read(row, index);
    }

    /** Returns what reads a column in all rows of a query: as {@link #read} does, but it may find out once what it is. */
    default ColumnReader reader(ResultSetMetaData columns, int index) throws SQLException {
        return this::read;
    }

    /** Returns whether {@link #reader} is worth its while for all columns, not only for those of times. */
    default boolean readsByType() {
        return false;
    }

    /** Returns a query for the database's time: with a zone, or without one in UTC, or as a text of ISO 8601. */
    String nowQuery();

    // ---- transactions ----

    /** Returns JDBC's number for an isolation, or for the next stricter one that the engine has. */
    default int isolationLevel(Isolation isolation) {
        return isolation.level();
    }

    /** Prepares a connection for a transaction that only reads, or for one that will write: before it begins. */
    void beforeBegin(Connection connection, boolean reading) throws SQLException;

    /** Makes a connection what it was: after the transaction ended. */
    void afterEnd(Connection connection, boolean reading) throws SQLException;

    /** Has the engine refuse writes in the transaction that has begun, or allow them again, if it can do so only then. */
    default void refuseWrites(Connection connection, boolean refuse) throws SQLException {}

    // ---- failures ----

    /** Returns whether a failure is one of a driver of this database. */
    boolean isOwn(SQLException failure);

    /** Returns what a failure means. */
    Failure classify(SQLException failure, Attempted attempted);
}
