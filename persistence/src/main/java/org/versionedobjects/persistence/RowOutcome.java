package org.versionedobjects.persistence;

/** What became of one row of many. */
public enum RowOutcome {
    /** The row was created, changed or deleted. */
    WRITTEN,

    /** Nothing of the object had changed, so that nothing was written. */
    UNCHANGED,

    /** The database, or the state of the row, was against it; the object is as before. */
    CONFLICT,

    /** The object was in no state to be saved, or was there twice; nothing was tried, and the object is as before. */
    REFUSED
}
