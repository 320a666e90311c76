package org.versionedobjects.persistence;

import java.util.List;

/** A constraint that a table declares by the name that it has in the database. */
record Constraint(Kind kind, String name, List<Column<?>> columns) {
    enum Kind {
        UNIQUE,
        FOREIGN_KEY,
        CHECK
    }

    Constraint {
        columns = List.copyOf(columns);
    }
}
