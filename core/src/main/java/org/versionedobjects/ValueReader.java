package org.versionedobjects;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts a value together: what a {@link FieldType} reads from. It stands on a value; each {@code read…} takes that value
 * and no more.
 *
 * <p>Reading is strict: a number in quotes is a text. Confined to one thread and one document.
 */
public interface ValueReader {
    /** What a value is, as JSON tells them apart. */
    enum Kind {
        /** A map from names to values. */
        OBJECT,
        /** A list of values. */
        LIST,
        /** A text. */
        TEXT,
        /** A number without fraction and exponent. */
        INTEGER,
        /** A number with fraction or exponent. */
        DECIMAL,
        /** True or false. */
        BOOLEAN,
        /** Null. */
        NULL
    }

    /** Returns by which rules values are read. */
    default Profile profile() {
        return Profile.STRICT;
    }

    /** Returns what stands here, without taking it. */
    Kind kind();

    /**
     * Steps into a map.
     *
     * @throws InvalidValueException if no map stands here
     */
    void beginObject();

    /** Steps to the next value of a map and returns its name; at the end steps out of the map and returns null. */
    @Nullable
    String nextName();

    /**
     * Steps into a list.
     *
     * @throws InvalidValueException if no list stands here
     */
    void beginList();

    /** Steps to the next value of a list and returns true; at the end steps out of the list and returns false. */
    boolean hasNext();

    /**
     * Takes an integer.
     *
     * @throws InvalidValueException if something else stands here, or it does not fit into 64 bits
     */
    long readLong();

    /**
     * Takes an integer of any size.
     *
     * @throws InvalidValueException if something else stands here
     */
    BigInteger readInteger();

    /**
     * Takes a number as it is written, digit by digit.
     *
     * @throws InvalidValueException if something else stands here, or it is NaN or infinite
     */
    BigDecimal readDecimal();

    /**
     * Takes a number.
     *
     * @throws InvalidValueException if something else stands here, or its magnitude is beyond a double; NaN and infinities
     *     are numbers under {@link Profile#OSLO} only
     */
    double readDouble();

    /**
     * Takes a text.
     *
     * @throws InvalidValueException if something else stands here
     */
    String readText();

    /**
     * Takes true or false.
     *
     * @throws InvalidValueException if something else stands here
     */
    boolean readBoolean();

    /** Takes a null. */
    void readNull();

    /**
     * Takes the envelope of a versioned object.
     *
     * @param reference what the field was declared to hold
     * @throws VersionedObjectException if it is no envelope, or one of an object that may not stand here
     */
    VersionedObject readNested(NestedReference reference);

    /**
     * Takes whatever stands here as plain Java: a {@link Map} in the order of the document, a {@link List}, a
     * {@link String}, a {@link Long} or, beyond 64 bits, a {@link BigInteger}, a {@link Double} or, where that would lose
     * digits, a {@link BigDecimal}, a {@link Boolean}, or null.
     *
     * @throws InvalidValueException if a map has a key twice
     */
    default @Nullable Object readAny() {
        return AnyValues.read(this);
    }

    /** Takes whatever stands here and forgets it. */
    void skip();

    /** Returns how many maps and lists are open here, for {@link #collect}; 0 where nothing is collected. */
    default int depth() {
        return 0;
    }

    /**
     * Hears of a fault in a map or list, whose path has its step already. A reader that stops at the first fault throws it.
     * One that collects goes behind the value that is faulty and returns all faults of the map or list so far: it is read
     * to its end without that value, and what was returned last is thrown then. For types that hold others:
     *
     * <pre>{@code
     * in.beginList();
     * int depth = in.depth();
     * VersionedObjectException faults = null;
     * for (int index = 0; in.hasNext(); index++) {
     *     try {
     *         elements.add(element.read(in));
     *     } catch (VersionedObjectException e) {
     *         faults = in.collect(faults, e.within("[" + index + "]"), depth);
     *     }
     * }
     * if (faults != null) {
     *     throw faults;
     * }
     * }</pre>
     *
     * @param before what this returned for the same map or list before; null for its first fault
     * @param depth {@link #depth()} right after stepping in
     * @throws VersionedObjectException if this ends the reading
     */
    default VersionedObjectException collect(
            @Nullable VersionedObjectException before, VersionedObjectException fault, int depth) {
        throw fault;
    }

    /** Returns an exception that says what was expected and what stands here. */
    InvalidValueException mismatch(String expected);
}
