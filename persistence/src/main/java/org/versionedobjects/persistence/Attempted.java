package org.versionedobjects.persistence;

/**
 * What the database was asked when it failed: two engines tell a missing row from one that is still referred to only by
 * that.
 *
 * @param operation what was to be done
 * @param table the table it was to be done to; empty for a commit or a connection
 * @param alone whether the statement was to commit by itself, so that it may have
 */
record Attempted(Operation operation, String table, boolean alone) {
    enum Operation {
        CONNECT,
        SELECT,
        INSERT,
        UPDATE,
        DELETE,
        SAVEPOINT,
        COMMIT,
        ROLLBACK;

        boolean writes() {
            return this == INSERT || this == UPDATE || this == DELETE;
        }
    }

    static Attempted of(Operation operation) {
        return new Attempted(operation, "", false);
    }

    /** Returns whether a connection that was lost meanwhile leaves open what was stored. */
    boolean mayHaveCommitted() {
        return operation == Operation.COMMIT || (alone && operation.writes());
    }

    /** Returns which of the two a violated foreign key is, where only the statement tells. */
    FailureKind ofForeignKey() {
        return operation == Operation.DELETE ? FailureKind.STILL_REFERENCED : FailureKind.MISSING_REFERENCE;
    }
}
