package org.versionedobjects.planted;

import org.versionedobjects.planted.json.PlantedCodec;

/** A model that knows how it is sent, which {@code ArchitectureTest} must find. */
public final class PlantedModel {
    PlantedCodec codec = new PlantedCodec();
}
