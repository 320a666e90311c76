package org.versionedobjects.testing.planted;

import com.google.common.collect.ImmutableList;
import org.versionedobjects.persistence.Table;
import tools.jackson.databind.JsonNode;

/** An assertion that needs what its users may not have, which {@code ArchitectureTest} must find. */
public class PlantedAssert {
    public ImmutableList<Table<?>> tables = ImmutableList.of();
    public Class<?> node = JsonNode.class;
}
