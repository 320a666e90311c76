package org.versionedobjects.persistence;

import java.util.concurrent.Callable;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.versionedobjects.VersionedObject;

/** A session on a handle of a user's, in transactions that JDBI begins; on the thread of the test. */
final class HandleTurns implements Turns {
    private final Handle handle;

    HandleTurns(Jdbi jdbi, Engine engine) {
        this.handle = jdbi.open();
        if (engine.hasConcurrentWriters()) {
            handle.setTransactionIsolationLevel(TransactionIsolationLevel.READ_COMMITTED);
        }
    }

    @Override
    public <R> R call(Callable<R> work) throws Exception {
        return work.call();
    }

    @Override
    public void begin(boolean savepoint) {
        if (savepoint) {
            throw new UnsupportedOperationException("objects do not go back with JDBI's savepoints");
        }
        handle.begin();
    }

    @Override
    public void end(boolean commit) {
        if (commit) {
            handle.commit();
        } else {
            handle.rollback();
        }
    }

    @Override
    public boolean hasSavepoints() {
        return false;
    }

    @Override
    public <O extends VersionedObject> Repository<O> use(Repository<O> repository) {
        return repository.on(handle);
    }

    @Override
    public void close() {
        if (handle.isInTransaction()) {
            handle.rollback();
        }
        handle.close();
    }
}
