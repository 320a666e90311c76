package org.versionedobjects.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;

/** A connection, and the account of what happened on it: what to undo, what failed. Confined to one thread. */
final class Session {
    private final Handle handle;
    private final UndoLog undoLog;
    private final boolean outside;
    private int reads;
    private @Nullable SQLException firstFailure;

    /**
     * Makes a session.
     *
     * @param outside whether the connection is in a transaction that neither the store nor JDBI began
     */
    Session(Handle handle, UndoLog undoLog, boolean outside) {
        this.handle = handle;
        this.undoLog = undoLog;
        this.outside = outside;
    }

    Handle handle() {
        return handle;
    }

    Connection connection() {
        return handle.getConnection();
    }

    boolean isOutside() {
        return outside;
    }

    UndoLog undoLog() {
        return undoLog;
    }

    /** Checks, before any statement that writes, that it may. */
    void beforeWrite() {
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

    @Nullable
    SQLException firstFailure() {
        return firstFailure;
    }

    void forgetFailure(@Nullable SQLException before) {
        firstFailure = before;
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
