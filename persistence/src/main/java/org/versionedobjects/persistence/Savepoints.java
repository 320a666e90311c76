package org.versionedobjects.persistence;

import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.persistence.Attempted.Operation;

/** Parts of a transaction that can go back alone, objects with them. Immutable and thread-safe. */
final class Savepoints {
    private final Failures failures;

    Savepoints(Failures failures) {
        this.failures = failures;
    }

    /** Runs work in a savepoint; where statements commit by themselves there is nothing to go back to. */
    <R extends @Nullable Object, X extends Exception> R run(Session session, TransactionWork<R, X> work) throws X {
        if (session.isCommittingAlone()) {
            return work.run();
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
}
