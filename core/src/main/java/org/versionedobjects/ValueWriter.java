package org.versionedobjects;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Takes a value apart: what a {@link FieldType} writes to. Calls come in the order of the document: a value is one of
 * the scalars, or {@link #beginObject()}, then {@link #name} and a value for each entry, then {@link #endObject()}, or
 * {@link #beginList()}, values, {@link #endList()}.
 *
 * <p>Confined to one thread and one document.
 */
public interface ValueWriter {
    /** Returns in which text forms values are written. */
    default Profile profile() {
        return Profile.STRICT;
    }

    /**
     * Starts a map.
     *
     * @throws LimitExceededException if the document becomes too deep
     */
    void beginObject();

    /** Names the value that comes next. */
    void name(String name);

    /** Ends a map. */
    void endObject();

    /**
     * Starts a list.
     *
     * @throws LimitExceededException if the document becomes too deep
     */
    void beginList();

    /** Ends a list. */
    void endList();

    /** Writes an integer of 64 bits. */
    void writeLong(long value);

    /**
     * Writes an integer of any size.
     *
     * @throws LimitExceededException if it has too many digits
     */
    void writeInteger(BigInteger value);

    /**
     * Writes a decimal number as it is.
     *
     * @throws LimitExceededException if it has too many digits
     */
    void writeDecimal(BigDecimal value);

    /**
     * Writes a floating-point number.
     *
     * @throws InvalidValueException if it is NaN or infinite, which JSON cannot say and only {@link Profile#OSLO} does
     */
    void writeDouble(double value);

    /**
     * Writes a text.
     *
     * @throws LimitExceededException if it is too long
     */
    void writeText(String value);

    /** Writes true or false. */
    void writeBoolean(boolean value);

    /** Writes null. */
    void writeNull();

    /**
     * Writes plain Java as {@link ValueReader#readAny} gives it: maps with texts as keys, lists, texts, {@link Long},
     * {@link BigInteger}, {@link Double}, {@link BigDecimal}, {@link Boolean}, null.
     *
     * @throws ClassCastException if there is anything else in it
     */
    default void writeAny(@Nullable Object plain) {
        AnyValues.write(plain, this);
    }

    /**
     * Writes a versioned object, in the version that its place in the tree calls for.
     *
     * @param object what to write
     * @param reference what the field was declared to hold
     */
    void writeNested(VersionedObject object, NestedReference reference);
}
