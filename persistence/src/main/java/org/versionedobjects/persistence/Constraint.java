package org.versionedobjects.persistence;

import java.util.List;

/** A unique constraint that a table declares. */
record Constraint(String name, List<Column<?>> columns) {
    Constraint {
        columns = List.copyOf(columns);
    }
}
