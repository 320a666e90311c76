package org.versionedobjects.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;

/** The dialect of a store's database, found on the first connection, and the statements in it. Thread-safe. */
final class Dialects {
    private static final List<Supplier<Dialect>> ALL =
            List.of(H2Dialect::new, PostgresDialect::new, MariaDbDialect::new, SqliteDialect::new);

    private volatile @Nullable Known found;

    private record Known(Dialect dialect, Statements statements) {}

    /** Returns the dialect of a session's database. */
    Dialect of(Session session) {
        return known(session).dialect();
    }

    /** Returns the texts of statements for a session's database. */
    Statements statements(Session session) {
        return known(session).statements();
    }

    /** Returns the dialect of the store's database, to which there is a connection. */
    Dialect on(Connection connection) {
        return known(connection).dialect();
    }

    private Known known(Session session) {
        Known known = found;
        return known == null ? known(session.connection()) : known;
    }

    private Known known(Connection connection) {
        Known known = found;
        if (known == null) {
            Dialect dialect = of(connection);
            known = new Known(dialect, new Statements(dialect));
            found = known;
        }
        return known;
    }

    /** Returns the dialect of a connection's database. */
    static Dialect of(Connection connection) {
        String product = product(connection);
        List<Dialect> all = ALL.stream().map(Supplier::get).toList();
        return all.stream()
                .filter(dialect -> dialect.speaks(product))
                .findFirst()
                .orElseThrow(() -> new StoreException(
                        Facts.problem("the database is " + product + ", but only these are supported: "
                                + String.join(
                                        ", ", all.stream().map(Dialect::name).toList())),
                        Failure.found(FailureKind.OTHER),
                        null));
    }

    private static String product(Connection connection) {
        try {
            return connection.getMetaData().getDatabaseProductName();
        } catch (SQLException e) {
            throw new ConnectionLostException(
                    Facts.problem("the database does not say what it is: " + e.getMessage()),
                    Failure.of(FailureKind.CONNECTION_LOST, TransactionState.LOST),
                    e);
        }
    }

    /** Returns what it means that a connection could not be opened, as far as the driver tells. */
    Failure onOpening(SQLException failure) {
        if (failure instanceof SQLTransientException) {
            return Failure.of(FailureKind.NOT_READY, TransactionState.LOST); // a pool has none left
        }
        Attempted attempted = Attempted.of(Attempted.Operation.CONNECT);
        return ALL.stream()
                .map(Supplier::get)
                .filter(dialect -> dialect.isOwn(failure))
                .findFirst()
                .map(dialect -> dialect.classify(failure, attempted))
                .map(told -> Failure.of(told.kind(), TransactionState.LOST))
                .orElse(Failure.of(FailureKind.OTHER, TransactionState.LOST));
    }
}
