package org.versionedobjects.examples.placement;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.versionedobjects.persistence.ConcurrentUpdateConflict;
import org.versionedobjects.persistence.GoneConflict;
import org.versionedobjects.persistence.Store;

/**
 * Forgets consumers that use nothing. One that comes to use something at the same moment stays: its generation has
 * moved. Thread-safe.
 */
public final class DeleteConsumersWithoutAllocations {
    private final PlacementDatabase database;
    private final Store store;

    /** Makes the service on a database. */
    public DeleteConsumersWithoutAllocations(PlacementDatabase database) {
        this.database = Objects.requireNonNull(database, "database");
        this.store = database.store().retrying();
    }

    /**
     * Deletes some of them.
     *
     * @param most how many are looked at
     * @return how many were deleted
     */
    public int run(int most) {
        return store.write(() -> {
            List<UUID> unused = database.queries().consumersWithoutAllocations(most);
            return (int) unused.stream().filter(this::delete).count();
        });
    }

    // tag::delete[]
    private boolean delete(UUID uuid) {
        Consumer consumer = database.consumers().find(Consumer.UUID, uuid).orElse(null);
        if (consumer == null
                || !database.queries()
                        .allocationsOf(uuid, database.allocations())
                        .isEmpty()) {
            return false;
        }
        try {
            database.consumers().delete(consumer);
            return true;
        } catch (ConcurrentUpdateConflict | GoneConflict e) {
            return false;
        }
    }
    // end::delete[]
}
