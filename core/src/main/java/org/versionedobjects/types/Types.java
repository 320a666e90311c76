package org.versionedobjects.types;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.FieldType;
import org.versionedobjects.ListType;
import org.versionedobjects.NestedType;
import org.versionedobjects.ObjectList;
import org.versionedobjects.VersionedObject;

/**
 * Makes field types. Always write {@code Types.string()}, with the class: a static import is hidden by the model's own
 * methods. Every type made here is immutable and thread-safe.
 */
public final class Types {
    private Types() {}

    /** Returns texts. Coercion takes any {@link CharSequence}; on the wire a JSON string. */
    public static FieldType<String> string() {
        return TextType.INSTANCE;
    }

    /**
     * Returns integers of 64 bits. Coercion takes whole numbers of any class and decimal texts ({@code "42"},
     * {@code "-7"}); on the wire a JSON number without fraction.
     */
    public static FieldType<Long> longInteger() {
        return LongType.INSTANCE;
    }

    /**
     * Returns floating-point numbers of 64 bits. Coercion takes numbers that a double holds exactly and decimal texts; on
     * the wire a JSON number. NaN and infinities are refused, since JSON has none.
     */
    public static FieldType<Double> floatingPoint() {
        return DoubleType.INSTANCE;
    }

    /** Returns true and false. Coercion takes booleans and the texts {@code true} and {@code false}. */
    public static FieldType<Boolean> bool() {
        return BooleanType.INSTANCE;
    }

    /**
     * Returns UUIDs. Coercion takes the text of RFC 9562 (8-4-4-4-12 hexadecimal digits, upper or lower case); on the wire
     * that text in lower case.
     */
    public static FieldType<UUID> uuid() {
        return UuidType.INSTANCE;
    }

    /**
     * Returns points in time, to the nanosecond. Coercion takes {@link Instant}, other times with an offset, and texts of
     * ISO 8601 with a zone or offset; on the wire {@code 2024-02-29T12:34:56.789Z} in UTC, the fraction as long as needed.
     */
    public static FieldType<Instant> instant() {
        return InstantType.INSTANCE;
    }

    /** Returns lists of an element type, in order; see {@link ListType}. */
    public static <E extends @Nullable Object> FieldType<List<E>> listOf(FieldType<E> element) {
        return ListType.of(element);
    }

    /**
     * Returns maps from texts to an element type. Coercion takes any map whose keys are texts; the stored map cannot be
     * modified and goes by key order; on the wire a JSON object.
     */
    public static <E extends @Nullable Object> FieldType<Map<String, E>> mapOf(FieldType<E> element) {
        return new MapType<>(element);
    }

    /** Returns versioned objects of a class; the class is named here, not initialised. */
    public static <O extends VersionedObject> NestedType<O> object(Class<O> javaClass) {
        return NestedType.of(javaClass);
    }

    /** Returns versioned objects of the type that has a namespace and a name. */
    public static NestedType<VersionedObject> object(String namespace, String name) {
        return NestedType.of(namespace, name);
    }

    /** Returns the list object of a class of versioned objects. */
    public static <E extends VersionedObject> NestedType<ObjectList<E>> objects(Class<E> element) {
        return NestedType.listOf(element);
    }
}
