package org.versionedobjects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What values look like as JSON, in the keywords of JSON Schema 2020-12; what {@link FieldType#schema} returns.
 *
 * <pre>{@code
 * ValueSchema.of("string").with("maxLength", 255)
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class ValueSchema {
    /** The schema that every JSON value meets. */
    public static final ValueSchema ANYTHING = new ValueSchema(Map.of());

    private static final String TYPE = "type";
    private static final String NULL = "null";

    private final Map<String, Object> keywords;

    private ValueSchema(Map<String, Object> keywords) {
        this.keywords = keywords;
    }

    /** Returns the schema of one type of JSON, or several: {@code string}, {@code integer}, {@code object} … */
    public static ValueSchema of(String... types) {
        List<String> all = List.copyOf(Arrays.asList(types));
        return ANYTHING.with(TYPE, all.size() == 1 ? all.get(0) : all);
    }

    /** Returns the schema of values that meet at least one of some schemas, which are not none. */
    public static ValueSchema anyOf(List<ValueSchema> schemas) {
        return schemas.size() == 1 ? schemas.get(0) : ANYTHING.with("anyOf", schemas);
    }

    /** Returns the schema that a URI names: {@code #/$defs/…}. */
    public static ValueSchema reference(String uri) {
        return ANYTHING.with("$ref", uri);
    }

    /**
     * Returns this schema with one more keyword, or another value of one it has.
     *
     * @param value a text, a number, true or false, another schema, or a list or a map of such
     */
    public ValueSchema with(String keyword, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(keywords);
        more.put(Objects.requireNonNull(keyword, "keyword"), plain(Objects.requireNonNull(value, "value")));
        return new ValueSchema(Collections.unmodifiableMap(more));
    }

    private static Object plain(Object value) {
        if (value instanceof ValueSchema schema) {
            return schema.toPrimitive();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ValueSchema::plain).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put((String) key, plain(each)));
            return Collections.unmodifiableMap(copy);
        }
        return value;
    }

    /** Returns this schema with null allowed as well. */
    public ValueSchema orNull() {
        if (keywords.isEmpty()) {
            return this;
        }
        List<Object> types = types(keywords.get(TYPE));
        boolean isListed = keywords.containsKey("enum") || keywords.containsKey("const");
        if (types.isEmpty() || isListed) {
            return anyOf(List.of(this, of(NULL)));
        }
        if (!types.contains(NULL)) {
            types.add(NULL);
        }
        return with(TYPE, types);
    }

    private static List<Object> types(@Nullable Object type) {
        if (type == null) {
            return new ArrayList<>();
        }
        return new ArrayList<>(type instanceof List<?> list ? list : List.of(type));
    }

    /** Returns the schema as JSON would hold it: true, or a map of its keywords in the order they were given in. */
    public Object toPrimitive() {
        return keywords.isEmpty() ? (Object) true : keywords;
    }

    /** Compares the keywords and their values. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ValueSchema schema && keywords.equals(schema.keywords);
    }

    @Override
    public int hashCode() {
        return keywords.hashCode();
    }

    @Override
    public String toString() {
        return toPrimitive().toString();
    }
}
