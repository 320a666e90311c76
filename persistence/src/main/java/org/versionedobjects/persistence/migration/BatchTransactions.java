package org.versionedobjects.persistence.migration;

import java.util.function.Predicate;
import org.versionedobjects.persistence.Isolation;
import org.versionedobjects.persistence.RetryPolicy;
import org.versionedobjects.persistence.Store;
import org.versionedobjects.persistence.TransactionWork;

/** The transactions of batches: they run again after deadlocks, and roll back where nothing is to be kept. */
final class BatchTransactions {
    private final Store store;
    private final boolean dry;

    BatchTransactions(Store store, RetryPolicy retries, boolean dry) {
        this.store = store.isolation(Isolation.READ_COMMITTED).retrying(retries);
        this.dry = dry;
    }

    boolean isDry() {
        return dry;
    }

    /** Carries a result out of a transaction that rolls back. */
    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Object result;

        RolledBack(Object result) {
            super("nothing of this is kept", null, false, false);
            this.result = result;
        }
    }

    /** Runs work that only reads. */
    <R> R read(TransactionWork<R, Exception> work) throws Exception {
        return store.read(work);
    }

    /** Runs work, and commits it unless the run is a dry one. */
    <R> R write(TransactionWork<R, Exception> work) throws Exception {
        return writeIf(result -> true, work);
    }

    /** Runs work, and commits it if its result is to be kept and the run is not a dry one. */
    @SuppressWarnings("unchecked") // what the work returned
    <R> R writeIf(Predicate<? super R> isKept, TransactionWork<R, Exception> work) throws Exception {
        try {
            return store.write(() -> {
                R result = work.run();
                if (dry || !isKept.test(result)) {
                    throw new RolledBack(result);
                }
                return result;
            });
        } catch (RolledBack e) {
            return (R) e.result;
        }
    }
}
