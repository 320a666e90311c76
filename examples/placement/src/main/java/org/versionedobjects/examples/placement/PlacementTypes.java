package org.versionedobjects.examples.placement;

import java.util.Arrays;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.persistence.Table;

/** The types of the domain: one for each table. */
public final class PlacementTypes {
    /** All of them. */
    public static final ObjectRegistry REGISTRY = ObjectRegistry.of(
            Arrays.stream(PlacementTables.all()).map(Table::type).toArray(ObjectType<?>[]::new));

    private PlacementTypes() {}
}
