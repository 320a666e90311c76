package org.versionedobjects.persistence.migration;

import java.util.Objects;
import org.versionedobjects.persistence.Store;

/** A migration by a function. */
record GivenBatches(String name, String description, BatchStep step) implements BatchMigration {
    GivenBatches {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(step, "step");
    }

    @Override
    public Batch migrate(Store store, int most) throws Exception {
        return step.migrate(store, most);
    }
}
