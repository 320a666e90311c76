package org.versionedobjects.examples.placement;

import java.util.Objects;

/** How much is wanted of a resource class of a provider. */
record Demand(ResourceProvider provider, ResourceClass resourceClass, long amount) {
    Demand {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(resourceClass, "resourceClass");
    }

    /** Returns whether an allocation is of the same provider and class. */
    boolean isFor(Allocation allocation) {
        return allocation.provider().id() == provider.id()
                && allocation.get(Allocation.RESOURCE_CLASS).id() == resourceClass.id();
    }

    @Override
    public String toString() {
        return amount + " " + resourceClass.name() + " of " + provider.uuid();
    }
}
