package org.versionedobjects.examples.quickstart;

import org.versionedobjects.persistence.DuplicateConflict;

/** The application's own word for a second consumer of one uuid. */
public final class ConsumerExists extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient DuplicateConflict conflict;

    /** Makes one of the conflict that the database reported. */
    public ConsumerExists(DuplicateConflict conflict) {
        super("the consumer " + conflict.values().get(Consumer.UUID) + " exists already", conflict);
        this.conflict = conflict;
    }

    /** Returns the conflict: which field, constraint and value. */
    public DuplicateConflict conflict() {
        return conflict;
    }
}
