package org.versionedobjects.persistence.planted;

import com.google.common.collect.ImmutableList;
import org.h2.Driver;
import org.versionedobjects.types.Types;
import tools.jackson.core.JsonParser;

/** An open class that knows field types, Jackson, Guava and a vendor, which {@code ArchitectureTest} must find. */
public class PlantedStatements {
    Object type = Types.string();
    JsonParser parser;
    Driver driver;

    public ImmutableList<String> statements() {
        return ImmutableList.of("SELECT 1 -- MySQL");
    }
}
