package org.versionedobjects.persistence;

/** What went wrong between an object and the database, the same on every engine. */
public enum ConflictKind {
    /** Another row has the value of a unique constraint. */
    DUPLICATE,
    /** The row was changed since the object was loaded. */
    CONCURRENT_UPDATE,
    /** The row was deleted since the object was loaded. */
    GONE,
    /** Anything else that the database refused. */
    OTHER
}
