package org.versionedobjects.examples.placement;

import org.versionedobjects.persistence.Table;

/** How placement's objects are kept; {@code db/placement} in the resources makes the tables. */
public final class PlacementTables {
    public static final Table<Project> PROJECTS = Table.of(Project.TYPE, "projects")
            .generatedKey(Project.ID)
            .naturalKey(Project.EXTERNAL_ID)
            .unique("uniq_projects0external_id", Project.EXTERNAL_ID)
            .build();

    public static final Table<User> USERS = Table.of(User.TYPE, "users")
            .generatedKey(User.ID)
            .naturalKey(User.EXTERNAL_ID)
            .unique("uniq_users0external_id", User.EXTERNAL_ID)
            .build();

    public static final Table<ConsumerType> CONSUMER_TYPES = Table.of(ConsumerType.TYPE, "consumer_types")
            .generatedKey(ConsumerType.ID)
            .naturalKey(ConsumerType.NAME)
            .unique("uniq_consumer_types0name", ConsumerType.NAME)
            .build();

    // tag::consumers[]
    public static final Table<Consumer> CONSUMERS = Table.of(Consumer.TYPE, "consumers")
            .generatedKey(Consumer.ID)
            .naturalKey(Consumer.UUID)
            .generation(Consumer.GENERATION)
            .reference(Consumer.PROJECT, "project_id", PROJECTS)
            .reference(Consumer.USER, "user_id", USERS)
            .unique("uniq_consumers0uuid", Consumer.UUID)
            .foreignKey("fk_consumers0project", Consumer.PROJECT)
            .foreignKey("fk_consumers0user", Consumer.USER)
            .foreignKey("fk_consumers0consumer_type", Consumer.CONSUMER_TYPE_ID)
            .createdAt(Consumer.CREATED_AT)
            .updatedAt(Consumer.UPDATED_AT)
            .build();
    // end::consumers[]

    public static final Table<ResourceProvider> RESOURCE_PROVIDERS = Table.of(
                    ResourceProvider.TYPE, "resource_providers")
            .generatedKey(ResourceProvider.ID)
            .naturalKey(ResourceProvider.UUID)
            .generation(ResourceProvider.GENERATION)
            .unique("uniq_resource_providers0uuid", ResourceProvider.UUID)
            .unique("uniq_resource_providers0name", ResourceProvider.NAME)
            .foreignKey("fk_resource_providers0parent", ResourceProvider.PARENT_PROVIDER_ID)
            .foreignKey("fk_resource_providers0root", ResourceProvider.ROOT_PROVIDER_ID)
            .createdAt(ResourceProvider.CREATED_AT)
            .updatedAt(ResourceProvider.UPDATED_AT)
            .build();

    public static final Table<ResourceClass> RESOURCE_CLASSES = Table.of(ResourceClass.TYPE, "resource_classes")
            .key(ResourceClass.ID)
            .naturalKey(ResourceClass.NAME)
            .unique("uniq_resource_classes0name", ResourceClass.NAME)
            .build();

    public static final Table<Trait> TRAITS = Table.of(Trait.TYPE, "traits")
            .generatedKey(Trait.ID)
            .naturalKey(Trait.NAME)
            .unique("uniq_traits0name", Trait.NAME)
            .build();

    public static final Table<Inventory> INVENTORIES = Table.of(Inventory.TYPE, "inventories")
            .generatedKey(Inventory.ID)
            .naturalKey(Inventory.RESOURCE_PROVIDER, Inventory.RESOURCE_CLASS)
            .reference(Inventory.RESOURCE_PROVIDER, "resource_provider_id", RESOURCE_PROVIDERS)
            .reference(Inventory.RESOURCE_CLASS, "resource_class_id", RESOURCE_CLASSES)
            .unique(
                    "uniq_inventories0resource_provider_resource_class",
                    Inventory.RESOURCE_PROVIDER,
                    Inventory.RESOURCE_CLASS)
            .foreignKey("fk_inventories0resource_provider", Inventory.RESOURCE_PROVIDER)
            .foreignKey("fk_inventories0resource_class", Inventory.RESOURCE_CLASS)
            .createdAt(Inventory.CREATED_AT)
            .updatedAt(Inventory.UPDATED_AT)
            .build();

    public static final Table<Allocation> ALLOCATIONS = Table.of(Allocation.TYPE, "allocations")
            .generatedKey(Allocation.ID)
            .naturalKey(Allocation.CONSUMER_UUID, Allocation.RESOURCE_PROVIDER, Allocation.RESOURCE_CLASS)
            .column(Allocation.CONSUMER_UUID, "consumer_id")
            .reference(Allocation.RESOURCE_PROVIDER, "resource_provider_id", RESOURCE_PROVIDERS)
            .reference(Allocation.RESOURCE_CLASS, "resource_class_id", RESOURCE_CLASSES)
            .unique(
                    "uniq_allocations0consumer_resource_provider_resource_class",
                    Allocation.CONSUMER_UUID,
                    Allocation.RESOURCE_PROVIDER,
                    Allocation.RESOURCE_CLASS)
            .foreignKey("fk_allocations0resource_provider", Allocation.RESOURCE_PROVIDER)
            .foreignKey("fk_allocations0resource_class", Allocation.RESOURCE_CLASS)
            .createdAt(Allocation.CREATED_AT)
            .updatedAt(Allocation.UPDATED_AT)
            .build();

    private static final Table<?>[] ALL = {
        PROJECTS,
        USERS,
        CONSUMER_TYPES,
        CONSUMERS,
        RESOURCE_PROVIDERS,
        RESOURCE_CLASSES,
        TRAITS,
        INVENTORIES,
        ALLOCATIONS
    };

    private PlacementTables() {}

    /** Returns the tables, each after those it refers to. */
    public static Table<?>[] all() {
        return ALL.clone();
    }
}
