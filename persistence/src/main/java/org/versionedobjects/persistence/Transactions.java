package org.versionedobjects.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.versionedobjects.Facts;
import org.versionedobjects.persistence.Attempted.Operation;

/**
 * A store's transactions: one at most for each thread, which nested calls join. It decides what of them is committed,
 * and what goes back in objects. Thread-safe.
 */
final class Transactions implements Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private final Jdbi jdbi;
    private final @Nullable DataSource plain;
    private final @Nullable Jdbi replica;
    private final Dialects dialects;
    private final Failures failures;
    private final Savepoints savepoints;
    private final OwnStatements ownStatements;
    private final @Nullable ExternalTransactions external;
    private final boolean untrackedAllowed;

    @SuppressWarnings("ThreadLocalUsage") // one for each store: a thread may be in transactions of two stores
    private final ThreadLocal<@Nullable Session> current = new ThreadLocal<>();

    /**
     * Makes transactions.
     *
     * @param plain what JDBI takes its connections from, if the store made it, so that nothing was added; else null
     * @param replica where outermost reads run; null for the same database
     */
    Transactions(
            Jdbi jdbi,
            @Nullable DataSource plain,
            @Nullable Jdbi replica,
            Dialects dialects,
            Failures failures,
            @Nullable ExternalTransactions external,
            boolean untrackedAllowed) {
        this.jdbi = jdbi;
        this.plain = plain;
        this.replica = replica;
        this.dialects = dialects;
        this.failures = failures;
        this.savepoints = new Savepoints(failures);
        this.ownStatements = new OwnStatements(failures);
        this.external = external;
        this.untrackedAllowed = untrackedAllowed;
        HandleOrigins.watch(jdbi);
        if (replica != null) {
            HandleOrigins.watch(replica);
        }
    }

    Savepoints savepoints() {
        return savepoints;
    }

    OwnStatements ownStatements() {
        return ownStatements;
    }

    // ---- whole transactions ----

    <R extends @Nullable Object, X extends Exception> R read(TransactionOptions options, TransactionWork<R, X> work)
            throws X {
        return again(options, () -> readOnce(options, work));
    }

    private <R extends @Nullable Object, X extends Exception> R readOnce(
            TransactionOptions options, TransactionWork<R, X> work) throws X {
        Session joined = current.get();
        if (joined != null) {
            checkIsolation(joined, options);
            return reading(joined, work);
        }
        try (Handle handle = openForRead(options)) {
            Session session = outer(handle);
            if (session.isOutside()) {
                checkOwn(options);
                return reading(session, () -> bound(session, work));
            }
            return reading(session, () -> ownRead(session, options, work));
        }
    }

    private static <R extends @Nullable Object, X extends Exception> R reading(
            Session session, TransactionWork<R, X> work) throws X {
        session.enterRead();
        try {
            return work.run();
        } finally {
            session.leaveRead();
        }
    }

    <R extends @Nullable Object, X extends Exception> R write(TransactionOptions options, TransactionWork<R, X> work)
            throws X {
        return again(options, () -> writeOnce(options, work));
    }

    private <R extends @Nullable Object, X extends Exception> R writeOnce(
            TransactionOptions options, TransactionWork<R, X> work) throws X {
        Session joined = current.get();
        if (joined != null) {
            checkIsolation(joined, options);
            return join(joined, work);
        }
        try (Handle handle = open()) {
            Session session = outer(handle);
            if (session.isOutside()) {
                checkOwn(options);
                return outsideWrite(session, work);
            }
            return ownWrite(session, options, work);
        }
    }

    /** Runs a whole transaction, and again when others were in the way; never a part of an open one. */
    private <R extends @Nullable Object, X extends Exception> R again(
            TransactionOptions options, TransactionWork<R, X> transaction) throws X {
        RetryPolicy policy = options.retries();
        if (policy == null) {
            return transaction.run();
        }
        if (current.get() != null) {
            throw new TransactionRefusedException(
                    Facts.problem("a part of a transaction cannot run again: what it saw and what it locked would stay")
                            .withAdvice("put store.retrying(…) around the outermost transaction"),
                    null);
        }
        for (int runs = 1; true; runs++) {
            try {
                return transaction.run();
            } catch (StoreException e) {
                if (!policy.again(e, runs)) {
                    throw e;
                }
            }
        }
    }

    private static void checkIsolation(Session joined, TransactionOptions options) {
        Isolation asked = options.isolation();
        if (asked != null && asked != joined.isolation()) {
            throw new TransactionRefusedException(
                    Facts.problem("the transaction that is open was not begun as " + asked)
                            .withAdvice("put store.isolation(…) around the outermost transaction"),
                    null);
        }
    }

    private static void checkOwn(TransactionOptions options) {
        if (options.isolation() != null || options.retries() != null) {
            throw new TransactionRefusedException(
                    Facts.problem(
                            "the transaction was begun by something else, which alone can set its isolation or run"
                                    + " it again"),
                    null);
        }
    }

    private static <R extends @Nullable Object, X extends Exception> R join(Session joined, TransactionWork<R, X> work)
            throws X {
        if (joined.isReading()) {
            throw new TransactionRefusedException(
                    Facts.problem("store.write(…) cannot begin inside store.read(…)")
                            .withAdvice("use store.write(…) around all of it"),
                    null);
        }
        return work.run();
    }

    private <R extends @Nullable Object, X extends Exception> R ownWrite(
            Session session, TransactionOptions options, TransactionWork<R, X> work) throws X {
        return prepared(session, options, false, () -> {
            begin(session);
            try {
                R result = bound(session, work);
                session.checkNothingFailed("transaction");
                commit(session);
                return result;
            } catch (Throwable e) {
                rollback(session, e);
                throw e;
            }
        });
    }

    /** Runs a write in a transaction that is not ours to end: what failed in it must reach its owner. */
    private <R extends @Nullable Object, X extends Exception> R outsideWrite(
            Session session, TransactionWork<R, X> work) throws X {
        R result = bound(session, work);
        session.checkNothingFailed("transaction");
        return result;
    }

    private <R extends @Nullable Object, X extends Exception> R ownRead(
            Session session, TransactionOptions options, TransactionWork<R, X> work) throws X {
        TransactionWork<R, X> transaction = () -> {
            begin(session);
            return rolledBack(session, () -> refusingWrites(session, work));
        };
        return prepared(session, options, !isReadOnly(session), transaction);
    }

    /** Runs a whole transaction on a connection that is made ready for it, and made what it was again. */
    private <R extends @Nullable Object, X extends Exception> R prepared(
            Session session, TransactionOptions options, boolean readOnly, TransactionWork<R, X> transaction) throws X {
        Dialect dialect = dialects.of(session);
        Connection connection = session.connection();
        attempt(session, () -> dialect.beforeBegin(connection, readOnly));
        return between(
                () -> isolated(session, options.isolation(), transaction),
                readOnly
                        ? () -> attempt(session, () -> dialect.afterEnd(connection, true))
                        : () -> restore(() -> dialect.afterEnd(connection, false)));
    }

    private <R extends @Nullable Object, X extends Exception> R isolated(
            Session session, @Nullable Isolation isolation, TransactionWork<R, X> transaction) throws X {
        if (isolation == null) {
            return transaction.run();
        }
        Connection connection = session.connection();
        int[] before = new int[1];
        attempt(session, () -> {
            before[0] = connection.getTransactionIsolation();
            connection.setTransactionIsolation(dialects.of(session).isolationLevel(isolation));
        });
        session.isolated(isolation);
        return between(transaction, () -> restore(() -> connection.setTransactionIsolation(before[0])));
    }

    private <R extends @Nullable Object, X extends Exception> R refusingWrites(
            Session session, TransactionWork<R, X> work) throws X {
        Dialect dialect = dialects.of(session);
        Connection connection = session.connection();
        attempt(session, () -> dialect.refuseWrites(connection, true));
        return between(
                () -> bound(session, work), () -> attempt(session, () -> dialect.refuseWrites(connection, false)));
    }

    /** Runs work and then what is to be done whether it fails or not; a failure of that does not hide one of the work. */
    private static <R extends @Nullable Object, X extends Exception> R between(
            TransactionWork<R, X> work, Runnable afterwards) throws X {
        R result;
        try {
            result = work.run();
        } catch (Throwable e) {
            try {
                afterwards.run();
            } catch (StoreException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
        afterwards.run();
        return result;
    }

    /**
     * Makes a connection what it was after a transaction that may be committed: a failure must not look as if that had
     * failed, or it would be run again. A connection that refuses this is a lost one.
     */
    private static void restore(Setting setting) {
        try {
            setting.run();
        } catch (SQLException e) {
            LOG.warn("a connection could not be made what it was: {}", e.getMessage());
        }
    }

    @FunctionalInterface
    private interface Setting {
        void run() throws SQLException;
    }

    private void attempt(Session session, Setting setting) {
        try {
            setting.run();
        } catch (SQLException e) {
            throw failures.onSession(
                    session,
                    Operation.CONNECT,
                    "the connection could not be made ready for a transaction, or what it was",
                    e);
        }
    }

    /** Runs work that wrote nothing, so that there is nothing to commit. */
    private <R extends @Nullable Object, X extends Exception> R rolledBack(Session session, TransactionWork<R, X> work)
            throws X {
        R result;
        try {
            result = work.run();
        } catch (Throwable e) {
            rollback(session, e);
            throw e;
        }
        try {
            session.handle().rollback();
            session.undoLog().ended();
        } catch (RuntimeException e) {
            throw failures.onSession(session, Operation.ROLLBACK, "the transaction could not be ended", e);
        }
        return result;
    }

    private <R extends @Nullable Object, X extends Exception> R bound(Session session, TransactionWork<R, X> work)
            throws X {
        current.set(session);
        try {
            return work.run();
        } finally {
            current.remove();
        }
    }

    private void begin(Session session) {
        try {
            session.handle().begin();
            session.begun();
        } catch (RuntimeException e) {
            throw failures.onSession(session, Operation.CONNECT, "a transaction could not be begun", e);
        }
    }

    private void commit(Session session) {
        try {
            session.handle().commit();
            session.undoLog().ended();
        } catch (RuntimeException e) {
            throw failures.onSession(session, Operation.COMMIT, "the transaction could not be committed", e);
        }
    }

    private static void rollback(Session session, Throwable reason) {
        try {
            if (session.handle().isInTransaction()) {
                session.handle().rollback();
            }
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        } finally {
            session.undoLog().unwindTo(0);
        }
    }

    private boolean isReadOnly(Session session) {
        try {
            return session.connection().isReadOnly();
        } catch (SQLException e) {
            throw failures.onSession(
                    session, Operation.CONNECT, "the connection does not say whether it is read-only", e);
        }
    }

    // ---- savepoints ----

    <R extends @Nullable Object, X extends Exception> R savepoint(TransactionWork<R, X> work) throws X {
        Session session = current.get();
        if (session == null || session.isReading()) {
            throw new TransactionRefusedException(
                    Facts.problem("there is no transaction for a savepoint").withAdvice("put store.write(…) around it"),
                    null);
        }
        return savepoints.run(session, work);
    }

    // ---- sessions of repositories ----

    @Override
    public <R extends @Nullable Object, X extends Exception> R call(Work<R, X> work) throws X {
        if (plain == null || isInTransaction()) {
            return callWithHandle(work);
        }
        try (PlainConnection opened = PlainConnection.open(plain, failures)) {
            boolean outside = opened.isInTransaction();
            return work.run(new Session(opened.connection(), log(outside), outside));
        }
    }

    @Override
    public <R extends @Nullable Object, X extends Exception> R callWithHandle(Work<R, X> work) throws X {
        Session joined = current.get();
        if (joined != null) {
            return work.run(joined);
        }
        try (Handle handle = open()) {
            return work.run(outer(handle));
        }
    }

    @Override
    public <R extends @Nullable Object, X extends Exception> R inTransaction(Work<R, X> work) throws X {
        return write(TransactionOptions.DEFAULT, () -> call(work));
    }

    @Override
    public boolean isInTransaction() {
        return current.get() != null;
    }

    private Handle open() {
        return open(jdbi, "the database");
    }

    private Handle open(Jdbi database, String name) {
        try {
            return database.open();
        } catch (RuntimeException e) {
            throw failures.onOpening("no connection to " + name + " could be opened", e);
        }
    }

    /** Opens the replica, if there is one; but in a transaction of something else, its connection, which sees its writes. */
    private Handle openForRead(TransactionOptions options) {
        if (replica == null || options.primary()) {
            return open();
        }
        if (external != null || untrackedAllowed) {
            Handle first = open();
            if (HandleOrigins.isOpenedInTransaction(first)) {
                return first;
            }
            first.close();
        }
        return open(replica, "the read replica");
    }

    private Session outer(Handle handle) {
        boolean outside = HandleOrigins.isOpenedInTransaction(handle);
        return new Session(handle, log(outside), outside);
    }

    private UndoLog log(boolean outside) {
        return outside ? outsideLog() : UndoLog.owned();
    }

    /** Returns the exception for a connection that does not say whether it is in a transaction. */
    StoreException lost(RuntimeException failure) {
        return failures.onOpening("the connection does not say whether it is in a transaction", failure);
    }

    /** Returns the exception for a transaction of a handle that could not be committed. */
    StoreException uncommitted(Session session, RuntimeException failure) {
        return failures.onSession(session, Operation.COMMIT, "the transaction could not be committed", failure);
    }

    /** Returns the log for a transaction that neither the store nor JDBI began. */
    UndoLog outsideLog() {
        ExternalTransactions manager = external;
        if (manager != null) {
            return UndoLog.registered(log -> manager.afterRollback(() -> log.unwindTo(0)));
        }
        return untrackedAllowed ? UndoLog.owned() : UndoLog.refusing();
    }

    /** Returns the sessions of a handle that the user opened. */
    HandleSessions on(Handle handle) {
        return new HandleSessions(handle, this);
    }
}
