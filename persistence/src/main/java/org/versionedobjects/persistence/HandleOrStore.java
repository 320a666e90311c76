package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;

/**
 * Sessions on a handle of the user's where it is open and on its thread, and in the store's transactions elsewhere and
 * afterwards.
 */
record HandleOrStore(HandleSessions handle, Transactions store) implements Sessions {
    private Sessions here() {
        return handle.isUsableHere() ? handle : store;
    }

    @Override
    public <R extends @Nullable Object, X extends Exception> R call(Work<R, X> work) throws X {
        return here().call(work);
    }

    @Override
    public <R extends @Nullable Object, X extends Exception> R callWithHandle(Work<R, X> work) throws X {
        return here().callWithHandle(work);
    }

    @Override
    public <R extends @Nullable Object, X extends Exception> R inTransaction(Work<R, X> work) throws X {
        return here().inTransaction(work);
    }

    @Override
    public boolean isInTransaction() {
        return here().isInTransaction();
    }
}
