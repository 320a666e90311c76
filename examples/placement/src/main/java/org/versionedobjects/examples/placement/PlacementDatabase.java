package org.versionedobjects.examples.placement;

import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.versionedobjects.persistence.Repository;
import org.versionedobjects.persistence.Store;

/** Placement's database: a store, a repository for each table, and what is asked in SQL. Thread-safe. */
public final class PlacementDatabase {
    private final Store store;
    private final Queries queries;
    private final Repository<Project> projects;
    private final Repository<User> users;
    private final Repository<ConsumerType> consumerTypes;
    private final Repository<Consumer> consumers;
    private final Repository<ResourceProvider> resourceProviders;
    private final Repository<ResourceClass> resourceClasses;
    private final Repository<Trait> traits;
    private final Repository<Inventory> inventories;
    private final Repository<Allocation> allocations;

    private PlacementDatabase(Jdbi jdbi) {
        store = Store.of(jdbi, PlacementTables.all());
        queries = new Queries(store);
        projects = store.repository(PlacementTables.PROJECTS);
        users = store.repository(PlacementTables.USERS);
        consumerTypes = store.repository(PlacementTables.CONSUMER_TYPES);
        consumers = store.repository(PlacementTables.CONSUMERS);
        resourceProviders = store.repository(PlacementTables.RESOURCE_PROVIDERS);
        resourceClasses = store.repository(PlacementTables.RESOURCE_CLASSES);
        traits = store.repository(PlacementTables.TRAITS);
        inventories = store.repository(PlacementTables.INVENTORIES);
        allocations = store.repository(PlacementTables.ALLOCATIONS);
    }

    /**
     * Brings the schema up to date and opens the database.
     *
     * @throws IllegalArgumentException if there are no migrations for it
     */
    public static PlacementDatabase open(DataSource database) {
        Migrations.run(database);
        return new PlacementDatabase(Jdbi.create(database));
    }

    /** Returns the transactions. */
    public Store store() {
        return store;
    }

    /** Returns the projects. */
    public Repository<Project> projects() {
        return projects;
    }

    /** Returns the users. */
    public Repository<User> users() {
        return users;
    }

    /** Returns the types of consumers. */
    public Repository<ConsumerType> consumerTypes() {
        return consumerTypes;
    }

    /** Returns the consumers. */
    public Repository<Consumer> consumers() {
        return consumers;
    }

    /** Returns the resource providers. */
    public Repository<ResourceProvider> resourceProviders() {
        return resourceProviders;
    }

    /** Returns the resource classes. */
    public Repository<ResourceClass> resourceClasses() {
        return resourceClasses;
    }

    /** Returns the traits. */
    public Repository<Trait> traits() {
        return traits;
    }

    /** Returns the inventories. */
    public Repository<Inventory> inventories() {
        return inventories;
    }

    /** Returns the allocations. */
    public Repository<Allocation> allocations() {
        return allocations;
    }

    Queries queries() {
        return queries;
    }
}
