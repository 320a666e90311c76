package org.versionedobjects.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;

/** What differs between databases, all of it; one stateless class for each. */
interface Dialect {

    /** Returns a query that locks the rows that it reads until the transaction ends. */
    String locking(String select);

    /** Prepares an insert so that the value of the generated column, if there is one, can be asked for. */
    PreparedStatement prepareInsert(Connection connection, String sql, @Nullable String generatedColumn)
            throws SQLException;

    /** Returns the value that the database made for the generated column. */
    Object generatedKey(PreparedStatement inserted, String generatedColumn) throws SQLException;

    /** Returns what a failure means. */
    Failure classify(SQLException failure);

    /** Returns the dialect of the database behind a connection. */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        if (product.equals(H2Dialect.PRODUCT)) {
            return new H2Dialect();
        }
        throw new StoreException(
                Facts.problem("the database is " + product + ", but only H2 is supported so far"), null, null, false);
    }
}
