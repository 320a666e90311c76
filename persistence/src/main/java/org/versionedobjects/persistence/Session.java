package org.versionedobjects.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;

/** A connection, and the account of what happened on it: what to undo, what failed. Confined to one thread. */
final class Session {
    private final Connection connection;
    private final @Nullable Handle handle;
    private final UndoLog undoLog;
    private final boolean outside;
    private boolean alone;
    private @Nullable Isolation isolation;
    private int reads;
    private @Nullable SQLException firstFailure;

    /**
     * Makes a session.
     *
     * @param outside whether the connection is in a transaction that neither the store nor JDBI began
     */
    Session(Handle handle, UndoLog undoLog, boolean outside) {
        this.connection = handle.getConnection();
        this.handle = handle;
        this.undoLog = undoLog;
        this.outside = outside;
        this.alone = !outside && !handle.isInTransaction();
    }

    /** Makes a session without a handle, whose statements commit by themselves unless it is {@code outside}. */
    Session(Connection connection, UndoLog undoLog, boolean outside) {
        this.connection = connection;
        this.handle = null;
        this.undoLog = undoLog;
        this.outside = outside;
        this.alone = !outside;
    }

    /**
     * Returns the handle.
     *
     * @throws IllegalStateException if the session is on a connection alone
     */
    Handle handle() {
        if (handle == null) {
            throw new IllegalStateException("The session was opened without a handle");
        }
        return handle;
    }

    Connection connection() {
        return connection;
    }

    boolean isOutside() {
        return outside;
    }

    /** Returns whether a statement commits by itself, since there is no transaction. */
    boolean isCommittingAlone() {
        return alone;
    }

    /** Returns what the transaction was asked to see of others; null for what the database does by default. */
    @Nullable
    Isolation isolation() {
        return isolation;
    }

    void isolated(Isolation newIsolation) {
        isolation = newIsolation;
    }

    /** Notes that a transaction has begun. */
    void begun() {
        alone = false;
    }

    UndoLog undoLog() {
        return undoLog;
    }

    /**
     * Checks, before any statement, that none has failed in the transaction. Some engines would go on, but none of what
     * is done could be committed.
     */
    void beforeStatement() {
        if (firstFailure != null && !alone) {
            throw new FailedTransactionException(
                    Facts.problem("a statement in the transaction failed, so nothing more can be done in it")
                            .withAdvice("let the exception pass, or put a savepoint around what may fail"),
                    firstFailure);
        }
    }

    /** Checks, before any statement that writes, that it may. */
    void beforeWrite() {
        beforeStatement();
        if (isReading()) {
            throw new TransactionRefusedException(
                    Facts.problem("nothing can be written inside store.read(…)")
                            .withAdvice("use store.write(…) around all of it"),
                    null);
        }
        undoLog.prepare();
    }

    /** Sees to it, before an object takes what a row has, that it goes back with the transaction. */
    void beforeRefresh() {
        undoLog.register();
    }

    void written(Runnable undo) {
        undoLog.add(undo);
    }

    void failed(SQLException failure) {
        if (firstFailure == null) {
            firstFailure = failure;
        }
    }

    /** Notes that what failed was rolled back alone, to a savepoint. */
    void forgetFailure() {
        firstFailure = null;
        undoLog.goesOn();
    }

    void checkNothingFailed(String what) {
        if (firstFailure != null) {
            throw new FailedTransactionException(
                    Facts.problem("a statement in the " + what + " failed, so it was rolled back instead of committed")
                            .withAdvice("let the exception pass, or put a savepoint around what may fail"),
                    firstFailure);
        }
    }

    boolean isReading() {
        return reads > 0;
    }

    void enterRead() {
        reads++;
    }

    void leaveRead() {
        reads--;
    }
}
