package org.versionedobjects.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection without JDBI's handle, for statements that commit by themselves: to make a handle takes longer than all else
 * that the store does for one.
 */
record PlainConnection(Connection connection, Failures failures) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PlainConnection.class);

    static PlainConnection open(DataSource source, Failures failures) {
        try {
            Connection connection = Objects.requireNonNull(source.getConnection(), "the data source gave none");
            return new PlainConnection(connection, failures);
        } catch (SQLException | RuntimeException e) {
            throw failures.onOpening("no connection to the database could be opened", e);
        }
    }

    /** Returns whether something else began a transaction on it. */
    boolean isInTransaction() {
        try {
            return !connection.getAutoCommit();
        } catch (SQLException e) {
            throw failures.onOpening("the connection does not say whether it is in a transaction", e);
        }
    }

    /** What was written is committed by now: a failure must not look as if it was not, or it would be written again. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("a connection could not be closed: {}", e.getMessage());
        }
    }
}
