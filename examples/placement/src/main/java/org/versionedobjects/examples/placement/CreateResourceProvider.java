package org.versionedobjects.examples.placement;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.persistence.DuplicateConflict;
import org.versionedobjects.persistence.MissingReferenceConflict;

/** Creates resource providers, each in its place in a tree. Thread-safe. */
public final class CreateResourceProvider {
    private final PlacementDatabase database;

    /** Makes the service on a database. */
    public CreateResourceProvider(PlacementDatabase database) {
        this.database = Objects.requireNonNull(database, "database");
    }

    /**
     * Creates a provider, at generation 0.
     *
     * @param parent the provider it is in; null for the root of a tree
     * @throws DuplicateConflict if another provider has the UUID or the name
     * @throws MissingReferenceConflict if the parent was deleted
     */
    @SuppressWarnings("NullAway") // which does not see the @Nullable of a type argument
    public ResourceProvider create(UUID uuid, String name, @Nullable ResourceProvider parent) {
        return database.store().write(() -> {
            ResourceProvider provider = database.resourceProviders()
                    .create(ResourceProvider.TYPE
                            .with(ResourceProvider.UUID, uuid)
                            .with(ResourceProvider.NAME, name)
                            .with(ResourceProvider.PARENT_PROVIDER_ID, parent == null ? null : parent.id())
                            .with(
                                    ResourceProvider.ROOT_PROVIDER_ID,
                                    parent == null ? null : parent.get(ResourceProvider.ROOT_PROVIDER_ID))
                            .build());
            if (parent == null) {
                database.queries().makeRoot(provider);
                database.resourceProviders().refresh(provider);
            }
            return provider;
        });
    }
}
