package org.versionedobjects.persistence.planted;

import com.google.common.collect.ImmutableList;
import org.h2.Driver;
import org.versionedobjects.json.ObjectCodec;
import tools.jackson.core.JsonParser;

/** An open class that knows the codec, Jackson, Guava and a vendor, which {@code ArchitectureTest} must find. */
public class PlantedStatements {
    ObjectCodec codec;
    JsonParser parser;
    Driver driver;

    public ImmutableList<String> statements() {
        return ImmutableList.of("SELECT 1 -- MySQL");
    }
}
