package org.versionedobjects;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A field type as data: what {@link FieldType#description} returns, what a lock file holds, what two types are compared by.
 * Two types with equal descriptions take the same values and write them the same way.
 *
 * <pre>{@code
 * {"type": "listOf", "element": {"type": "string", "maxLength": 255, "nullable": true}}
 * }</pre>
 *
 * <p>Immutable and thread-safe. The order in which options were given makes no difference.
 *
 * @param kind what values these are; for built-in types the name of the factory in {@code Types}
 * @param isNullable whether null is legal
 * @param options what else decides which values are legal: texts, booleans, {@link Long}, {@link BigInteger}, {@link Double},
 *     lists of such and maps from texts to such, none of them null
 * @param element the type of the elements of a collection or the values of a map; null for other types
 */
public record TypeDescription(
        String kind,
        boolean isNullable,
        SortedMap<String, Object> options,
        @Nullable TypeDescription element) {
    /** The kind of types that do not describe themselves. */
    public static final String CUSTOM = "custom";

    private static final String TYPE = "type";
    private static final String NULLABLE = "nullable";
    private static final String ELEMENT = "element";

    /** Copies the options, numbers in their one form. */
    public TypeDescription {
        Objects.requireNonNull(kind, "kind");
        options = copied(options);
    }

    /** Returns the description of a type without options. */
    public static TypeDescription of(String kind) {
        return new TypeDescription(kind, false, Collections.emptySortedMap(), null);
    }

    /** Returns this with one more option, or another value of one it has. */
    public TypeDescription with(String option, Object value) {
        if (List.of(TYPE, NULLABLE, ELEMENT).contains(option)) {
            throw new IllegalArgumentException("The option " + option + " is a part of every description");
        }
        SortedMap<String, Object> more = new TreeMap<>(options);
        more.put(option, Objects.requireNonNull(value, "value"));
        return new TypeDescription(kind, isNullable, more, element);
    }

    /** Returns this without an option. */
    public TypeDescription without(String option) {
        SortedMap<String, Object> fewer = new TreeMap<>(options);
        fewer.remove(option);
        return new TypeDescription(kind, isNullable, fewer, element);
    }

    /** Returns the description of a collection of such elements. */
    public TypeDescription withElement(TypeDescription newElement) {
        return new TypeDescription(kind, isNullable, options, Objects.requireNonNull(newElement, "newElement"));
    }

    /** Returns this with null as a legal value. */
    public TypeDescription orNull() {
        return new TypeDescription(kind, true, options, element);
    }

    /** Returns the value of an option, null if it is not given. */
    public @Nullable Object option(String name) {
        return options.get(name);
    }

    /** Returns this as JSON would hold it: {@code type}, then the options by name, {@code nullable}, {@code element}. */
    public SortedMap<String, Object> toPrimitive() {
        SortedMap<String, Object> plain = new TreeMap<>(options);
        plain.put(TYPE, kind);
        if (isNullable) {
            plain.put(NULLABLE, true);
        }
        if (element != null) {
            plain.put(ELEMENT, element.toPrimitive());
        }
        return Collections.unmodifiableSortedMap(plain);
    }

    /**
     * Returns the description that JSON holds.
     *
     * @throws InvalidValueException if it is none
     */
    public static TypeDescription fromPrimitive(@Nullable Object primitive) {
        if (!(primitive instanceof Map<?, ?> map)) {
            throw InvalidValueException.expected("a map that describes a type", primitive);
        }
        SortedMap<String, Object> options = new TreeMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String name) || value == null) {
                throw InvalidValueException.expected("options of a type, none of them null", key);
            }
            options.put(name, value);
        });
        Object kind = options.remove(TYPE);
        if (!(kind instanceof String name)) {
            throw InvalidValueException.expected("the name of a type", kind).within(TYPE);
        }
        Object nullable = options.remove(NULLABLE);
        if (nullable != null && !(nullable instanceof Boolean)) {
            throw InvalidValueException.expected("true or false", nullable).within(NULLABLE);
        }
        Object element = options.remove(ELEMENT);
        try {
            return new TypeDescription(
                    name, Boolean.TRUE.equals(nullable), options, element == null ? null : fromPrimitive(element));
        } catch (VersionedObjectException e) {
            throw e.within(ELEMENT);
        }
    }

    private static SortedMap<String, Object> copied(Map<String, Object> given) {
        SortedMap<String, Object> copy = new TreeMap<>();
        given.forEach((name, value) -> copy.put(name, plain(value)));
        return Collections.unmodifiableSortedMap(copy);
    }

    private static Object plain(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(TypeDescription::plain).toList();
        }
        if (value instanceof Map<?, ?> map) {
            SortedMap<String, Object> copy = new TreeMap<>();
            map.forEach((name, each) -> copy.put((String) name, plain(each)));
            return Collections.unmodifiableSortedMap(copy);
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof BigInteger integer && integer.bitLength() < Long.SIZE) {
            return integer.longValue();
        }
        if (value instanceof String
                || value instanceof Boolean
                || value instanceof Long
                || value instanceof BigInteger
                || value instanceof Double) {
            return value;
        }
        throw InvalidValueException.expected("a text, a boolean, a number, or a list or map of such", value);
    }

    /** Returns what {@link #toPrimitive} does, as text. */
    @Override
    public String toString() {
        return toPrimitive().toString();
    }
}
