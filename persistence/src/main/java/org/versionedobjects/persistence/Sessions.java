package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;

/** Where a repository gets its sessions: from the store's transactions, or from a handle of the user's. */
interface Sessions {

    /** What is done on a session. */
    @FunctionalInterface
    interface Work<R extends @Nullable Object, X extends Exception> {
        R run(Session session) throws X;
    }

    /** Runs work in the transaction that is open; if none is, each of its statements commits by itself. */
    <R extends @Nullable Object, X extends Exception> R call(Work<R, X> work) throws X;

    /** Does what {@link #call} does, on a session that has a handle of JDBI's. */
    default <R extends @Nullable Object, X extends Exception> R callWithHandle(Work<R, X> work) throws X {
        return call(work);
    }

    /** Runs work in the transaction that is open, or in one of its own. */
    <R extends @Nullable Object, X extends Exception> R inTransaction(Work<R, X> work) throws X;

    /** Returns whether a transaction is open. */
    boolean isInTransaction();
}
