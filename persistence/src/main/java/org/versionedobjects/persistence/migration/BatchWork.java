package org.versionedobjects.persistence.migration;

import java.util.OptionalLong;
import org.versionedobjects.persistence.Store;

/** A migration that asks the database for what is to be done. */
final class BatchWork extends Work {
    private final BatchMigration migration;
    private final Store store;
    private final BatchTransactions transactions;
    private boolean begun;
    private OptionalLong total = OptionalLong.empty();
    private long left;

    BatchWork(BatchMigration migration, Store store, BatchTransactions transactions) {
        super(migration);
        this.migration = migration;
        this.store = store;
        this.transactions = transactions;
    }

    @Override
    State next(int most) throws Exception {
        forgetFailures();
        if (!begun) {
            total = transactions.read(() -> migration.left(store));
            begun = true;
        }
        Batch batch = transactions.write(() -> migration.migrate(store, most));
        did(batch.done());
        left = batch.found() - batch.done();
        if (transactions.isDry()) {
            left = Math.max(total.orElse(0) - batch.done(), left);
            return batch.found() == 0 ? State.FINISHED : State.ENDED;
        }
        if (batch.found() == 0) {
            return State.FINISHED;
        }
        return batch.done() == 0 ? State.STUCK : State.MORE;
    }

    @Override
    long left() {
        return left;
    }

    @Override
    Progress progress() {
        return progress(done(), total);
    }
}
