package org.versionedobjects.examples.placement;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.versionedobjects.persistence.Store;
import org.versionedobjects.persistence.migration.Batch;
import org.versionedobjects.persistence.migration.BatchMigration;

/**
 * An online migration: allocations are older than consumers, and those of before get a consumer whose project and user
 * nobody knows. It can run beside everything, itself included, and again. Thread-safe.
 */
public final class CreateIncompleteConsumers implements BatchMigration {
    private final PlacementDatabase database;
    private final EnsureConsumer ensureConsumer;

    /** Makes the migration on a database. */
    public CreateIncompleteConsumers(PlacementDatabase database) {
        this.database = Objects.requireNonNull(database, "database");
        this.ensureConsumer = new EnsureConsumer(database);
    }

    @Override
    public String name() {
        return "create-incomplete-consumers";
    }

    @Override
    public String description() {
        return "consumers of allocations that are older than consumers";
    }

    // tag::batch[]
    /** Gives at most so many consumers a row, in the transaction that is open. */
    @Override
    public Batch migrate(Store store, int most) {
        List<UUID> missing = database.queries().consumersWithoutRow(most);
        missing.forEach(uuid -> ensureConsumer.ensure(ConsumerRequest.incomplete(uuid)));
        return Batch.all(missing.size());
    }
    // end::batch[]
}
