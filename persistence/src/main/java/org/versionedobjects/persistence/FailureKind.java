package org.versionedobjects.persistence;

/** What went wrong between an object and the database, the same on every engine. */
public enum FailureKind {
    /** Another row has the value of a unique constraint or of the key. */
    DUPLICATE,
    /** The row was changed since the object was loaded. */
    CONCURRENT_UPDATE,
    /** The row was deleted since the object was loaded. */
    GONE,
    /** The row has other values than the application expected. */
    UNEXPECTED_VALUES,
    /** There is no row that the object refers to. */
    MISSING_REFERENCE,
    /** Other rows refer to the one that was to be deleted. */
    STILL_REFERENCED,
    /** A column takes no null. */
    NOT_NULL,
    /** A check constraint does not allow the values. */
    CHECK,
    /** A value is too long for its column, or out of its range. */
    OUT_OF_RANGE,
    /** A constraint was violated of which the database does not say what it is. */
    CONSTRAINT,
    /** Two transactions waited for each other, and this one had to give way. */
    DEADLOCK,
    /** A lock was not free in time. */
    LOCK_TIMEOUT,
    /** The transaction's view of the data is out of date, and its isolation does not allow to go on. */
    SERIALIZATION,
    /** There is no connection, or it was lost before anything was committed. */
    CONNECTION_LOST,
    /** The connection was lost while the database was asked to commit: nobody knows whether it did. */
    OUTCOME_UNKNOWN,
    /** The database, or the transaction, takes no writes. */
    READ_ONLY,
    /** The statement was cancelled, or took longer than it was allowed to. */
    CANCELLED,
    /** There is no such table or column: the mapping and the schema differ. */
    NO_SUCH_TABLE_OR_COLUMN,
    /** The server runs but does not serve: it starts, stops, or has lost its cluster. */
    NOT_READY,
    /** Anything else that the database refused. */
    OTHER;

    /**
     * Returns whether the same transaction may succeed when it is run again from its start, with nothing changed. What
     * others did first needs objects loaded again, and is not among these.
     */
    public boolean isRetryable() {
        return switch (this) {
            case DEADLOCK, LOCK_TIMEOUT, SERIALIZATION, CONNECTION_LOST, NOT_READY -> true;
            default -> false;
        };
    }

    /** Returns whether it is the violation of a constraint that the database watches over. */
    boolean isConstraint() {
        return switch (this) {
            case DUPLICATE, MISSING_REFERENCE, STILL_REFERENCED, NOT_NULL, CHECK, OUT_OF_RANGE, CONSTRAINT -> true;
            default -> false;
        };
    }
}
