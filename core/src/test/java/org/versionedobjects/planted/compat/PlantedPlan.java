package org.versionedobjects.planted.compat;

import org.versionedobjects.planted.types.PlantedType;

/** A plan that knows field types, which {@code ArchitectureTest} must find. */
public final class PlantedPlan {
    PlantedType type = new PlantedType();
}
