package org.versionedobjects.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.persistence.Attempted.Operation;

/**
 * A store's transactions: one at most for each thread, which nested calls join. It decides what of them is committed,
 * and what goes back in objects. Thread-safe.
 */
final class Transactions implements Sessions {
    private final Jdbi jdbi;
    private final Dialects dialects;
    private final Failures failures;
    private final @Nullable ExternalTransactions external;
    private final boolean untrackedAllowed;

    @SuppressWarnings("ThreadLocalUsage") // one for each store: a thread may be in transactions of two stores
    private final ThreadLocal<@Nullable Session> current = new ThreadLocal<>();

    Transactions(
            Jdbi jdbi,
            Dialects dialects,
            Failures failures,
            @Nullable ExternalTransactions external,
            boolean untrackedAllowed) {
        this.jdbi = jdbi;
        this.dialects = dialects;
        this.failures = failures;
        this.external = external;
        this.untrackedAllowed = untrackedAllowed;
        HandleOrigins.watch(jdbi);
    }

    // ---- whole transactions ----

    <R extends @Nullable Object, X extends Exception> R read(TransactionWork<R, X> work) throws X {
        Session joined = current.get();
        if (joined != null) {
            return reading(joined, work);
        }
        try (Handle handle = open()) {
            Session session = outer(handle);
            return session.isOutside()
                    ? reading(session, () -> bound(session, work))
                    : reading(session, () -> ownRead(session, work));
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

    <R extends @Nullable Object, X extends Exception> R write(TransactionWork<R, X> work) throws X {
        Session joined = current.get();
        if (joined != null) {
            return join(joined, work);
        }
        try (Handle handle = open()) {
            Session session = outer(handle);
            return session.isOutside() ? outsideWrite(session, work) : ownWrite(session, work);
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

    private <R extends @Nullable Object, X extends Exception> R ownWrite(Session session, TransactionWork<R, X> work)
            throws X {
        return prepared(session, false, () -> {
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

    private <R extends @Nullable Object, X extends Exception> R ownRead(Session session, TransactionWork<R, X> work)
            throws X {
        TransactionWork<R, X> transaction = () -> {
            begin(session);
            return rolledBack(session, () -> refusingWrites(session, work));
        };
        return isReadOnly(session) ? transaction.run() : prepared(session, true, transaction);
    }

    /** Runs a whole transaction on a connection that is made ready for it, and made what it was again. */
    private <R extends @Nullable Object, X extends Exception> R prepared(
            Session session, boolean reading, TransactionWork<R, X> transaction) throws X {
        Dialect dialect = dialects.of(session);
        Connection connection = session.connection();
        attempt(session, () -> dialect.beforeBegin(connection, reading));
        return between(transaction, () -> attempt(session, () -> dialect.afterEnd(connection, reading)));
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

    @FunctionalInterface
    private interface Setting {
        void run() throws SQLException;
    }

    private void attempt(Session session, Setting setting) {
        try {
            setting.run();
        } catch (SQLException e) {
            throw failures.onSession(
                    session, Operation.CONNECT, "the connection could not be made read-only or writable again", e);
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
        session.beforeStatement();
        Savepoint savepoint = set(session);
        int mark = session.undoLog().mark();
        try {
            R result = work.run();
            session.checkNothingFailed("savepoint");
            release(session, savepoint);
            return result;
        } catch (Throwable e) {
            rollbackTo(session, savepoint, mark, e);
            throw e;
        }
    }

    private Savepoint set(Session session) {
        try {
            return session.connection().setSavepoint();
        } catch (SQLException e) {
            throw failures.onSession(session, Operation.SAVEPOINT, "a savepoint could not be set", e);
        }
    }

    private void release(Session session, Savepoint savepoint) {
        try {
            session.connection().releaseSavepoint(savepoint);
        } catch (SQLException e) {
            throw failures.onSession(session, Operation.SAVEPOINT, "a savepoint could not be released", e);
        }
    }

    /** Goes back; where the database cannot, the whole transaction has failed, and with it the objects go back. */
    private static void rollbackTo(Session session, Savepoint savepoint, int mark, Throwable reason) {
        try {
            session.connection().rollback(savepoint);
            session.undoLog().unwindTo(mark);
            session.forgetFailure();
        } catch (SQLException e) {
            session.failed(e);
            reason.addSuppressed(e);
        }
    }

    // ---- sessions of repositories ----

    @Override
    public <R extends @Nullable Object, X extends Exception> R call(Work<R, X> work) throws X {
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
        return write(() -> call(work));
    }

    @Override
    public boolean isInTransaction() {
        return current.get() != null;
    }

    private Handle open() {
        try {
            return jdbi.open();
        } catch (RuntimeException e) {
            throw failures.onOpening(e);
        }
    }

    private Session outer(Handle handle) {
        boolean outside = HandleOrigins.isOpenedInTransaction(handle);
        return new Session(handle, outside ? outsideLog() : UndoLog.owned(), outside);
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
    Sessions on(Handle handle) {
        return new HandleSessions(handle, this);
    }
}
