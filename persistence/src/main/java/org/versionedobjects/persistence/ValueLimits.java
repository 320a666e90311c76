package org.versionedobjects.persistence;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.FieldType;
import org.versionedobjects.NestedReference;
import org.versionedobjects.Profile;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.ValueSchema;
import org.versionedobjects.persistence.ColumnType.IntegerRange;

/**
 * What a type's JSON Schema tells of its values, null not counted.
 *
 * @param types the types of JSON, such as {@code string}; empty if it may be any
 * @param names the texts that there are, if the schema lists them; otherwise empty
 * @param shortest how many characters (code points) a text has at least
 * @param longest how many it has at most; null if that is not told
 * @param integers the bounds of integers
 */
record ValueLimits(
        Set<String> types,
        List<String> names,
        int shortest,
        @Nullable Integer longest,
        IntegerRange integers) {
    private static final ValueLimits NONE = new ValueLimits(Set.of(), List.of(), 0, null, IntegerRange.any());
    private static final String NULL = "null";

    /** The lengths of texts of a format: the shortest and the longest. */
    private static final Map<String, List<Integer>> FORMATS =
            Map.of("uuid", List.of(36, 36), "ipv4", List.of(7, 15), "ipv6", List.of(2, 39));

    ValueLimits {
        types = Set.copyOf(types);
        names = List.copyOf(names);
    }

    /** Returns what the type tells; a type of the application's own may tell nothing. */
    static ValueLimits of(FieldType<?> type) {
        try {
            return of(type.schema(new Context()).toPrimitive());
        } catch (RuntimeException e) {
            return NONE;
        }
    }

    /** A context of types without objects in them. */
    private static final class Context implements SchemaContext {
        @Override
        public Profile profile() {
            return Profile.STRICT;
        }

        @Override
        public ValueSchema object(NestedReference reference) {
            return ValueSchema.ANYTHING;
        }
    }

    private static ValueLimits of(Object schema) {
        if (!(schema instanceof Map<?, ?> keywords)) {
            return NONE;
        }
        return keywords.get("anyOf") instanceof List<?> alternatives ? either(alternatives) : plain(keywords);
    }

    private static ValueLimits either(List<?> alternatives) {
        List<ValueLimits> all = alternatives.stream()
                .map(ValueLimits::of)
                .filter(each -> !each.types.equals(Set.of(NULL)))
                .toList();
        return all.stream().reduce(ValueLimits::or).orElse(NONE);
    }

    private ValueLimits or(ValueLimits other) {
        Set<String> allTypes = new HashSet<>(types);
        allTypes.addAll(other.types);
        boolean isListed = !names.isEmpty() && !other.names.isEmpty();
        List<String> allNames = new ArrayList<>(names);
        allNames.addAll(other.names);
        return new ValueLimits(
                allTypes,
                isListed ? allNames : List.of(),
                Math.min(shortest, other.shortest),
                longer(longest, other.longest),
                IntegerRange.any());
    }

    private static @Nullable Integer longer(@Nullable Integer one, @Nullable Integer other) {
        return one == null || other == null ? null : Integer.valueOf(Math.max(one, other));
    }

    private static ValueLimits plain(Map<?, ?> keywords) {
        List<String> names = texts(keywords.get("enum"));
        List<Integer> lengths = names.isEmpty()
                ? FORMATS.getOrDefault(String.valueOf(keywords.get("format")), List.of())
                : names.stream()
                        .map(each -> each.codePointCount(0, each.length()))
                        .toList();
        Integer least = number(keywords.get("minLength"));
        Integer most = number(keywords.get("maxLength"));
        return new ValueLimits(
                types(keywords.get("type")),
                names,
                least == null ? lengths.stream().mapToInt(each -> each).min().orElse(0) : least,
                most == null ? lengths.stream().max(Integer::compare).orElse(null) : most,
                new IntegerRange(integer(keywords.get("minimum")), integer(keywords.get("maximum"))));
    }

    private static Set<String> types(@Nullable Object type) {
        Set<String> types = new HashSet<>(type instanceof String one ? List.of(one) : texts(type));
        if (types.size() > 1) {
            types.remove(NULL);
        }
        return types;
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> all
                ? all.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    private static @Nullable Integer number(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : null;
    }

    private static @Nullable BigInteger integer(@Nullable Object value) {
        return value instanceof Number number ? new BigDecimal(number.toString()).toBigInteger() : null;
    }
}
