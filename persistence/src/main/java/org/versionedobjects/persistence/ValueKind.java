package org.versionedobjects.persistence;

/** What the values of a field are on their way to a column. */
enum ValueKind {
    BOOLEAN,
    /** Booleans that are read from the words and numbers that databases have for them, too. */
    WORDED_BOOLEAN,
    INTEGER,
    DECIMAL,
    DOUBLE,
    TEXT,
    UUID,
    INSTANT,
    LOCAL_TIME,
    DATE,
    BYTES,
    JSON,
    /** Values of a type that does not tell what they are. */
    UNKNOWN
}
