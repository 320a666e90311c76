package org.versionedobjects.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.persistence.ColumnForm.JsonText;

/** Inserts of many rows as {@code VALUES (…), (…)}; no updates and deletes. Immutable and thread-safe. */
final class ValuesStatements implements BulkStatements {
    /** How many characters and bytes a statement has as values: servers bound it, the least of them to four million bytes. */
    private static final long MOST_SIZE = 1_000_000;

    private final Dialect dialect;
    private final int mostParameters;
    private final Returning returning;

    /** How an insert tells columns of its rows. */
    enum Returning {
        /** Not at all. */
        NONE,
        /** By a clause at its end, {@code RETURNING}. */
        CLAUSE,
        /** By JDBC's generated keys, which may be any columns. */
        GENERATED_KEYS
    }

    /**
     * Makes the statements of a dialect.
     *
     * @param mostParameters how many parameters a statement has at most
     */
    ValuesStatements(Dialect dialect, int mostParameters, Returning returning) {
        this.dialect = dialect;
        this.mostParameters = mostParameters;
        this.returning = returning;
    }

    @Override
    public int fitting(List<List<@Nullable Object>> values) {
        int parameters = 0;
        long size = 0;
        for (int rows = 0; rows < values.size(); rows++) {
            parameters += values.get(rows).size();
            size += size(values.get(rows));
            if (rows > 0 && (parameters > mostParameters || size > MOST_SIZE)) {
                return rows;
            }
        }
        return values.size();
    }

    private static long size(List<@Nullable Object> row) {
        long size = 0;
        for (Object value : row) {
            if (value instanceof byte[] bytes) {
                size += bytes.length;
            } else if (value instanceof String || value instanceof JsonText) {
                size += value.toString().length();
            }
        }
        return size;
    }

    @Override
    public boolean canReturn() {
        return returning != Returning.NONE;
    }

    @Override
    public PreparedStatement insert(Connection connection, Rows rows, List<Column<?>> returned) throws SQLException {
        String row =
                Collections.nCopies(rows.columns().size(), "?").stream().collect(Collectors.joining(", ", "(", ")"));
        String sql = "INSERT INTO " + dialect.quote(rows.table().name()) + " (" + names(rows.columns()) + ") VALUES "
                + String.join(", ", Collections.nCopies(rows.size(), row));
        PreparedStatement statement = prepare(connection, sql, returned);
        Binder binder = dialect.binder(statement);
        int index = 1;
        for (List<@Nullable Object> values : rows.values()) {
            for (Object value : values) {
                binder.bind(index++, value);
            }
        }
        return statement;
    }

    private PreparedStatement prepare(Connection connection, String sql, List<Column<?>> returned) throws SQLException {
        if (returned.isEmpty()) {
            return connection.prepareStatement(sql);
        }
        return returning == Returning.CLAUSE
                ? connection.prepareStatement(sql + " RETURNING " + names(returned))
                : connection.prepareStatement(
                        sql, returned.stream().map(Column::name).toArray(String[]::new));
    }

    @Override
    public ResultSet executeReturning(PreparedStatement insert) throws SQLException {
        if (returning == Returning.CLAUSE) {
            return insert.executeQuery();
        }
        insert.executeUpdate();
        return insert.getGeneratedKeys();
    }

    private String names(List<Column<?>> columns) {
        return columns.stream().map(column -> dialect.quote(column.name())).collect(Collectors.joining(", "));
    }

    @Override
    public boolean canChange() {
        return false;
    }

    @Override
    public PreparedStatement update(Connection connection, Rows rows, int written) {
        throw new UnsupportedOperationException("no update of many rows");
    }

    @Override
    public PreparedStatement delete(Connection connection, Rows rows) {
        throw new UnsupportedOperationException("no delete of many rows");
    }
}
