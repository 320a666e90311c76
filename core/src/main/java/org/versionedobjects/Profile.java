package org.versionedobjects;

/**
 * How much is made of values that come untyped, and which text forms are written. A profile belongs to where data comes
 * from or goes to, so it is given with a value ({@link VersionedObject#setFrom}) or to a codec, never to a type.
 */
public enum Profile {
    /**
     * Accepts what loses nothing and refuses the rest: 42, {@code "42"} and 42.0 are integers, 1.9 and {@code "0x10"} are
     * none. Texts are those of the standards, so that fractions of seconds and offsets survive.
     */
    STRICT,
    /**
     * Does as the field types of oslo.versionedobjects do, for data that Python services write or read: 1.9 becomes the
     * integer 1, {@code "False"} the boolean true; null for a field that has a default and cannot be null becomes the
     * default (OVO-32); times are written without fractions.
     */
    OSLO
}
