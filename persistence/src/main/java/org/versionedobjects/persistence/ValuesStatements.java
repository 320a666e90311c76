package org.versionedobjects.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Inserts of many rows as {@code VALUES (…), (…)}; no updates and deletes. Immutable and thread-safe. */
final class ValuesStatements implements BulkStatements {
    private final Dialect dialect;
    private final int mostParameters;
    private final @Nullable BiFunction<String, String, String> returning;

    /**
     * Makes the statements of a dialect.
     *
     * @param mostParameters how many parameters a statement has at most
     * @param returning makes an insert with a result of an insert and the names of columns; null where there is none
     */
    ValuesStatements(Dialect dialect, int mostParameters, @Nullable BiFunction<String, String, String> returning) {
        this.dialect = dialect;
        this.mostParameters = mostParameters;
        this.returning = returning;
    }

    @Override
    public int mostRows(int columns) {
        return Math.max(1, mostParameters / Math.max(1, columns));
    }

    @Override
    public boolean canReturn() {
        return returning != null;
    }

    @Override
    public PreparedStatement insert(Connection connection, Rows rows, List<Column<?>> returned) throws SQLException {
        String row =
                Collections.nCopies(rows.columns().size(), "?").stream().collect(Collectors.joining(", ", "(", ")"));
        String sql = "INSERT INTO " + dialect.quote(rows.table().name()) + " (" + names(rows.columns()) + ") VALUES "
                + String.join(", ", Collections.nCopies(rows.size(), row));
        PreparedStatement statement = connection.prepareStatement(
                returning == null || returned.isEmpty() ? sql : returning.apply(sql, names(returned)));
        int index = 1;
        for (List<@Nullable Object> values : rows.values()) {
            for (Object value : values) {
                JdbcValues.bindOne(dialect, statement, index++, value);
            }
        }
        return statement;
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
