package org.versionedobjects.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The row that the result of a query is at, in the way of its database. Belongs to one query. */
final class ResultRow {
    private final Dialect dialect;
    private final ResultSet results;
    private final boolean byType;
    private @Nullable ColumnReader @Nullable [] readers;
    private @Nullable RecentRows @Nullable [] recent;
    private long rows;

    ResultRow(Dialect dialect, ResultSet results) {
        this.dialect = dialect;
        this.results = results;
        this.byType = dialect.readsByType();
    }

    /** Goes to the next row, and returns whether there is one. */
    boolean next() throws SQLException {
        rows++;
        return results.next();
    }

    /**
     * Returns what is known of the rows that this one and those before refer to.
     *
     * @param index the place of their key
     * @return null in the first row, which may be the only one
     */
    @Nullable
    RecentRows recent(int index) throws SQLException {
        if (rows <= 1) {
            return null;
        }
        @Nullable RecentRows[] known = recent;
        if (known == null) {
            known = new RecentRows[places()];
            recent = known;
        }
        RecentRows found = known[index];
        if (found == null) {
            found = new RecentRows();
            known[index] = found;
        }
        return found;
    }

    private int places() throws SQLException {
        return results.getMetaData().getColumnCount() + 1;
    }

    /** Returns JDBC's view of the row. */
    ResultSet results() {
        return results;
    }

    /** Returns the value of a column, from 1; what {@link Dialect#read} says. */
    @Nullable
    Object value(int index) throws SQLException {
        return byType ? valueByType(index) : dialect.read(results, index);
    }

    /** Returns the same as {@link #value}: of times it is found quicker, since what the column is is found out once. */
    @Nullable
    Object valueByType(int index) throws SQLException {
        @Nullable ColumnReader[] known = readers;
        if (known == null) {
            known = new ColumnReader[places()];
            readers = known;
        }
        ColumnReader reader = known[index];
        if (reader == null) {
            reader = dialect.reader(results.getMetaData(), index);
            known[index] = reader;
        }
        return reader.read(results, index);
    }
}
