package org.versionedobjects.planted.types;

import com.google.common.collect.ImmutableList;
import org.versionedobjects.planted.json.PlantedCodec;
import tools.jackson.core.JsonParser;

/** A field type that shows Guava and Jackson and knows the codec, which {@code ArchitectureTest} must find. */
public final class PlantedType {
    PlantedCodec codec = new PlantedCodec();

    public ImmutableList<String> read(JsonParser parser) {
        return ImmutableList.of(parser.currentName());
    }
}
