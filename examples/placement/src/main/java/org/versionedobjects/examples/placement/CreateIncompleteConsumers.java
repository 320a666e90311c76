package org.versionedobjects.examples.placement;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.versionedobjects.persistence.Store;

/**
 * An online migration: allocations are older than consumers, and those of before get a consumer whose project and user
 * nobody knows. It can run beside everything, itself included, and again. Thread-safe.
 */
public final class CreateIncompleteConsumers {
    private final PlacementDatabase database;
    private final Store store;
    private final EnsureConsumer ensureConsumer;

    /** Makes the migration on a database. */
    public CreateIncompleteConsumers(PlacementDatabase database) {
        this.database = Objects.requireNonNull(database, "database");
        this.store = database.store().retrying();
        this.ensureConsumer = new EnsureConsumer(database);
    }

    /**
     * What a batch came to.
     *
     * @param found how many consumers had no row when it began, at most the size of the batch; 0 if all is done
     * @param done how many of them have one now
     */
    public record Batch(int found, int done) {}

    // tag::batch[]
    /** Gives at most so many consumers a row, in one transaction. */
    public Batch run(int most) {
        return store.write(() -> {
            List<UUID> missing = database.queries().consumersWithoutRow(most);
            missing.forEach(uuid -> ensureConsumer.ensure(ConsumerRequest.incomplete(uuid)));
            return new Batch(missing.size(), missing.size());
        });
    }
    // end::batch[]
}
