package org.versionedobjects.examples.placement;

import static org.versionedobjects.persistence.Condition.equal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.versionedobjects.persistence.Repository;
import org.versionedobjects.persistence.Store;

/** What is asked by more than one field, and, in SQL, sums and keys: all of it part of the store's transaction. */
final class Queries {
    private final Store store;

    Queries(Store store) {
        this.store = store;
    }

    // ---- objects ----

    /** Returns what a consumer uses. */
    List<Allocation> allocationsOf(UUID consumer, Repository<Allocation> allocations) {
        return allocations.findAll(equal(Allocation.CONSUMER_UUID, consumer));
    }

    /** Returns what a provider has of a class; empty if it has nothing of it. */
    Optional<Inventory> inventory(
            ResourceProvider provider, ResourceClass resourceClass, Repository<Inventory> inventories) {
        return inventories
                .query()
                .where(equal(Inventory.RESOURCE_PROVIDER, provider).and(equal(Inventory.RESOURCE_CLASS, resourceClass)))
                .first();
    }

    // ---- numbers and keys ----

    /** Returns how much of a class of a provider is allocated, to whomever. */
    long used(ResourceProvider provider, ResourceClass resourceClass) {
        return store.withHandle(handle -> handle.createQuery(
                        "SELECT coalesce(sum(used), 0) FROM allocations WHERE resource_provider_id = :provider"
                                + " AND resource_class_id = :class")
                .bind("provider", provider.id())
                .bind("class", resourceClass.id())
                .mapTo(Long.class)
                .one());
    }

    /** Returns the UUIDs of consumers that use nothing, in their order. */
    List<UUID> consumersWithoutAllocations(int most) {
        return uuids(
                "SELECT uuid FROM consumers WHERE NOT EXISTS"
                        + " (SELECT 1 FROM allocations WHERE consumer_id = uuid) ORDER BY uuid LIMIT :most",
                most);
    }

    /** Returns the UUIDs of consumers that use something and have no row, in their order. */
    List<UUID> consumersWithoutRow(int most) {
        return uuids(
                "SELECT DISTINCT consumer_id FROM allocations WHERE NOT EXISTS"
                        + " (SELECT 1 FROM consumers WHERE uuid = consumer_id) ORDER BY consumer_id LIMIT :most",
                most);
    }

    private List<UUID> uuids(String sql, int most) {
        List<String> found = store.withHandle(handle ->
                handle.createQuery(sql).bind("most", most).mapTo(String.class).list());
        return found.stream().map(UUID::fromString).toList();
    }

    // ---- the one write that no save can say ----

    /** Makes a provider the root of its own tree, whose id is known only now. */
    void makeRoot(ResourceProvider provider) {
        store.useHandle(handle -> handle.createUpdate(
                        "UPDATE resource_providers SET root_provider_id = id WHERE id = :provider")
                .bind("provider", provider.id())
                .execute());
    }
}
