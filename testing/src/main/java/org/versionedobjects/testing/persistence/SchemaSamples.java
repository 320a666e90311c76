package org.versionedobjects.testing.persistence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.FieldType;
import org.versionedobjects.NestedReference;
import org.versionedobjects.Profile;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.ValueSchema;

/**
 * Values by what a type tells of them in its JSON Schema. Primitive forms are guessed from it, and those stay that the
 * type reads; so a type of the application's own has values as well, if it describes itself or reads what others do.
 */
final class SchemaSamples implements Samples {
    private static final SchemaContext CONTEXT = new SchemaContext() {
        @Override
        public Profile profile() {
            return Profile.STRICT;
        }

        @Override
        public ValueSchema object(NestedReference reference) {
            return ValueSchema.ANYTHING;
        }
    };

    @Override
    public List<Object> of(Field<?> field, Random random) {
        return values(field.type(), random);
    }

    private static <T extends @Nullable Object> List<Object> values(FieldType<T> type, Random random) {
        List<Object> values = new ArrayList<>();
        for (Object primitive : primitives(type.schema(CONTEXT).toPrimitive(), random)) {
            read(type, primitive).filter(value -> isNew(type, values, value)).ifPresent(values::add);
        }
        return values;
    }

    private static <T extends @Nullable Object> Optional<Object> read(FieldType<T> type, Object primitive) {
        try {
            return Optional.ofNullable(type.fromPrimitive(primitive));
        } catch (RuntimeException e) { // what the type does not read is none of its values
            return Optional.empty();
        }
    }

    @SuppressWarnings("unchecked") // values of the type
    private static <T extends @Nullable Object> boolean isNew(FieldType<T> type, List<Object> values, Object value) {
        return values.stream().noneMatch(each -> type.same((T) each, (T) value));
    }

    /** Returns what may be values of a schema: true, or keywords. */
    private static List<Object> primitives(@Nullable Object schema, Random random) {
        if (!(schema instanceof Map<?, ?> keywords)) {
            return List.of(Map.of("a", List.of(random.nextInt(1000), "é", true)), "text", 7L);
        }
        if (keywords.get("enum") instanceof List<?> names) {
            return rotated(new ArrayList<>(names), random);
        }
        if (keywords.get("anyOf") instanceof List<?> alternatives) {
            return all(
                    alternatives.stream().map(each -> primitives(each, random)).toList());
        }
        List<?> types = keywords.get("type") instanceof List<?> several
                ? several
                : keywords.get("type") == null ? List.of("object", "string") : List.of(keywords.get("type"));
        return all(types.stream().map(type -> ofType(type, keywords, random)).toList());
    }

    private static List<Object> ofType(@Nullable Object type, Map<?, ?> keywords, Random random) {
        return switch (String.valueOf(type)) {
            case "string" -> TextSamples.of(keywords, random);
            case "integer" -> NumberSamples.integers(keywords, random);
            case "number" -> NumberSamples.fractions(keywords, random);
            case "boolean" -> rotated(new ArrayList<>(List.of(true, false)), random);
            case "array" -> lists(primitives(keywords.get("items"), random));
            case "object" -> maps(primitives(keywords.get("additionalProperties"), random));
            default -> List.of();
        };
    }

    private static List<Object> lists(List<Object> elements) {
        List<Object> lists = new ArrayList<>();
        elements.stream().limit(1).forEach(each -> lists.add(List.of(each)));
        lists.add(List.of());
        elements.stream().skip(1).forEach(each -> lists.add(List.of(elements.get(0), each)));
        return lists;
    }

    private static List<Object> maps(List<Object> elements) {
        List<Object> maps = new ArrayList<>();
        elements.stream().limit(1).forEach(each -> maps.add(Map.of("one", each)));
        maps.add(Map.of());
        elements.stream().skip(1).forEach(each -> maps.add(Map.of("é \"1\"", elements.get(0), "two", each)));
        return maps;
    }

    private static List<Object> all(List<List<Object>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    private static List<Object> rotated(List<@Nullable Object> values, Random random) {
        List<Object> some =
                new ArrayList<>(values.stream().filter(Objects::nonNull).toList());
        Collections.rotate(some, some.isEmpty() ? 0 : random.nextInt(some.size()));
        return some;
    }
}
