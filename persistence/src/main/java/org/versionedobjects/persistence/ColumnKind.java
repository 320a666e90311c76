package org.versionedobjects.persistence;

/** What kinds of columns there are, as far as values come back from them differently. */
enum ColumnKind {
    BOOLEAN,
    /** Integers of some bits. */
    INTEGER,
    /** Digits before and after the point, a fixed number of each or any. */
    DECIMAL,
    /** Decimal digits with an exponent. */
    DECIMAL_FLOAT,
    /** Binary digits with an exponent, fewer than those of a double. */
    SINGLE,
    /** Binary digits with an exponent, as many as a double has. */
    DOUBLE,
    TEXT,
    /** Text that is filled up with blanks to the length of the column, or loses the blanks at its end. */
    PADDED_TEXT,
    LARGE_TEXT,
    /** Some texts, which the schema lists. */
    NAMES,
    /** Texts of one form, such as addresses. */
    FORMED_TEXT,
    BYTES,
    DATE,
    /** A date with a time of day, in no zone. */
    TIME,
    /** A point in time. */
    ZONED_TIME,
    UUID,
    JSON,
    /** A kind that no field's values come back from. */
    OTHER,
    /** A kind that takes what the application made it for, such as a type defined by a schema. */
    UNKNOWN
}
