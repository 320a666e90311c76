package org.versionedobjects.examples.placement;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.versionedobjects.Field;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.Repository;

/**
 * What is asked in SQL: lists, by conditions on several columns, and sums. Each query is part of the store's
 * transaction, outside of which it is refused.
 */
final class Queries {
    private final OpenHandles handles;

    Queries(Jdbi jdbi) {
        this.handles = OpenHandles.of(jdbi);
    }

    private Query query(String sql) {
        return handles.current().createQuery(sql);
    }

    // ---- objects ----

    /** Returns what a consumer uses. */
    List<Allocation> allocationsOf(UUID consumer, Repository<Allocation> allocations) {
        return objects(
                allocations,
                Allocation.ID,
                query("SELECT id FROM allocations WHERE consumer_id = :consumer ORDER BY id")
                        .bind("consumer", consumer.toString()));
    }

    /** Returns what a provider has of a class; empty if it has nothing of it. */
    Optional<Inventory> inventory(
            ResourceProvider provider, ResourceClass resourceClass, Repository<Inventory> inventories) {
        return objects(
                        inventories,
                        Inventory.ID,
                        query("SELECT id FROM inventories WHERE resource_provider_id = :provider"
                                        + " AND resource_class_id = :class")
                                .bind("provider", provider.id())
                                .bind("class", resourceClass.id()))
                .stream()
                .findFirst();
    }

    private static <O extends VersionedObject> List<O> objects(Repository<O> repository, Field<Long> key, Query keys) {
        return keys.mapTo(Long.class).list().stream()
                .flatMap(each -> repository.find(key, each).stream())
                .toList();
    }

    // ---- numbers and keys ----

    /** Returns how much of a class of a provider is allocated, to whomever. */
    long used(ResourceProvider provider, ResourceClass resourceClass) {
        return query("SELECT coalesce(sum(used), 0) FROM allocations WHERE resource_provider_id = :provider"
                        + " AND resource_class_id = :class")
                .bind("provider", provider.id())
                .bind("class", resourceClass.id())
                .mapTo(Long.class)
                .one();
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
        return query(sql).bind("most", most).mapTo(String.class).list().stream()
                .map(UUID::fromString)
                .toList();
    }

    // ---- the one write that no save can say ----

    /** Makes a provider the root of its own tree, whose id is known only now. */
    void makeRoot(ResourceProvider provider) {
        handles.current()
                .createUpdate("UPDATE resource_providers SET root_provider_id = id WHERE id = :provider")
                .bind("provider", provider.id())
                .execute();
    }
}
