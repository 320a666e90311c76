package org.versionedobjects.persistence;

import com.google.common.collect.MapMaker;
import java.util.concurrent.ConcurrentMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jspecify.annotations.Nullable;

/**
 * Sessions on a handle that the user opened. In a transaction that was begun on the handle, objects go back when the
 * handle rolls it back; JDBI runs callbacks first come first served, so there is one for each transaction, which undoes
 * the last first.
 */
final class HandleSessions implements Sessions {
    private static final ConcurrentMap<Handle, UndoLog> OPEN =
            new MapMaker().weakKeys().makeMap();

    private final Handle handle;
    private final Transactions transactions;
    private final long thread;

    HandleSessions(Handle handle, Transactions transactions) {
        this.handle = handle;
        this.transactions = transactions;
        this.thread = Thread.currentThread().getId();
    }

    /** Returns whether the handle is open, and the thread its own. */
    boolean isUsableHere() {
        return Thread.currentThread().getId() == thread && !handle.isClosed();
    }

    @Override
    public <R extends @Nullable Object, X extends Exception> R call(Work<R, X> work) throws X {
        return work.run(session());
    }

    @Override
    public <R extends @Nullable Object, X extends Exception> R inTransaction(Work<R, X> work) throws X {
        if (isInTransaction()) {
            return call(work);
        }
        Session before = session();
        try {
            return handle.inTransaction(begun -> {
                Session session = session();
                R result = work.run(session);
                session.checkNothingFailed("transaction");
                return result;
            });
        } catch (TransactionException e) {
            throw transactions.uncommitted(before, e);
        }
    }

    @Override
    public boolean isInTransaction() {
        try {
            return handle.isInTransaction();
        } catch (JdbiException e) {
            throw transactions.lost(e);
        }
    }

    private Session session() {
        if (HandleOrigins.isOpenedInTransaction(handle)) {
            return new Session(handle, transactions.outsideLog(), true);
        }
        return new Session(handle, isInTransaction() ? logOfTransaction() : UndoLog.owned(), false);
    }

    private UndoLog logOfTransaction() {
        UndoLog open = OPEN.get(handle);
        return open == null ? UndoLog.registered(this::register) : open;
    }

    private void register(UndoLog log) {
        handle.afterCommit(() -> {
            OPEN.remove(handle);
            log.committed();
        });
        handle.afterRollback(() -> {
            OPEN.remove(handle);
            log.unwindTo(0);
        });
        OPEN.put(handle, log);
    }
}
