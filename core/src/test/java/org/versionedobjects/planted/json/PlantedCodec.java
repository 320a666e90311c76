package org.versionedobjects.planted.json;

import org.versionedobjects.planted.types.PlantedType;

/** An open class that knows field types, which {@code ArchitectureTest} must find. */
public class PlantedCodec {
    PlantedType type;
}
