package org.versionedobjects.examples.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.versionedobjects.persistence.Engine;
import org.versionedobjects.persistence.migration.MigrationRunner;
import org.versionedobjects.persistence.migration.RunReport;

/** A placement of its own, with what tests ask of it. */
final class TestPlacement {
    static final String VCPU = "VCPU";

    final DataSource dataSource;
    final PlacementDatabase database;
    final ReplaceAllocations replaceAllocations;
    private final Jdbi jdbi;

    TestPlacement(Engine engine) {
        this(engine.newDatabase());
    }

    TestPlacement(DataSource dataSource) {
        this.dataSource = dataSource;
        this.database = PlacementDatabase.open(dataSource);
        this.replaceAllocations = new ReplaceAllocations(database);
        this.jdbi = Jdbi.create(dataSource);
    }

    // ---- what is there ----

    ResourceProvider provider() {
        UUID uuid = UUID.randomUUID();
        return new CreateResourceProvider(database).create(uuid, "provider " + uuid, null);
    }

    ResourceProvider providerOf(long vcpus) {
        ResourceProvider provider = provider();
        inventory(provider, VCPU, vcpus);
        return provider;
    }

    Inventory inventory(ResourceProvider provider, String resourceClass, long total) {
        Inventory inventory = Inventory.TYPE
                .with(Inventory.RESOURCE_PROVIDER, provider)
                .with(Inventory.RESOURCE_CLASS, database.resourceClasses().require(ResourceClass.NAME, resourceClass))
                .with(Inventory.TOTAL, total)
                .build();
        inventory.setDefaults();
        return database.inventories().create(inventory);
    }

    void overcommit(Inventory inventory, String ratio) {
        inventory.set(Inventory.ALLOCATION_RATIO, new BigDecimal(ratio));
        database.inventories().save(inventory);
    }

    // ---- what is asked ----

    static ConsumerRequest request(UUID consumer) {
        return new ConsumerRequest(consumer, "acme", "alice", "INSTANCE");
    }

    static ConsumerRequest someone() {
        return request(UUID.randomUUID());
    }

    static Map<UUID, Map<String, Long>> vcpus(ResourceProvider provider, long amount) {
        return Map.of(provider.uuid(), Map.of(VCPU, amount));
    }

    /** Gives a new consumer what it wants. */
    Consumer allocated(Map<UUID, Map<String, Long>> wanted) {
        return replaceAllocations.replace(someone(), null, wanted).orElseThrow();
    }

    /** Writes an allocation as there were before there were consumers. */
    UUID allocatedLongAgo(ResourceProvider provider) {
        UUID consumer = UUID.randomUUID();
        database.allocations()
                .create(Allocation.TYPE
                        .with(Allocation.CONSUMER_UUID, consumer)
                        .with(Allocation.RESOURCE_PROVIDER, provider)
                        .with(
                                Allocation.RESOURCE_CLASS,
                                database.resourceClasses().require(ResourceClass.NAME, VCPU))
                        .with(Allocation.USED, 1L)
                        .build());
        return consumer;
    }

    /** Gives consumers a row by a run of the online migration, and returns how many it gave one. */
    long migrated(int batch) {
        RunReport report = MigrationRunner.builder(database.store())
                .migrations(new CreateIncompleteConsumers(database))
                .batch(batch)
                .build()
                .run();
        assertThat(report.exitCode()).as("%s", report).isZero();
        return report.done();
    }

    // ---- what comes of it ----

    long used(ResourceProvider provider) {
        return count("SELECT coalesce(sum(used), 0) FROM allocations WHERE resource_provider_id = " + provider.id());
    }

    long usedBy(UUID consumer) {
        return count("SELECT coalesce(sum(used), 0) FROM allocations WHERE consumer_id = '" + consumer + "'");
    }

    long generation(ResourceProvider provider) {
        return database.resourceProviders()
                .require(ResourceProvider.ID, provider.id())
                .generation();
    }

    long count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
