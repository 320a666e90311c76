package org.versionedobjects.lock;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** JSON to try for a type of an application's own, of which only its JSON Schema tells something, if it has one. */
final class SampleSchema {
    /** Tried where no schema says anything, or none of what it says is taken. */
    static final List<Object> ANYTHING = anything();

    private SampleSchema() {}

    private static List<Object> anything() {
        List<Object> all = new ArrayList<>(SampleTexts.USUAL);
        all.addAll(List.of(1L, 0L, 7L, -1L, 100L, 0.5, true, false));
        all.addAll(List.of(List.of(), List.of("a"), List.of(1L), List.of("a", "b"), List.of(1L, 2L)));
        all.addAll(List.of(List.of(0.5, 0.5), List.of(1L, 2L, 3L), Map.of(), Map.of("a", "b"), Map.of("a", 1L)));
        return List.copyOf(all);
    }

    /** Returns what the schema lets in, as far as its usual keywords are understood. */
    static List<Object> of(@Nullable Object schema) {
        if (!(schema instanceof Map<?, ?> keywords)) {
            return List.of();
        }
        List<Object> all = new ArrayList<>();
        Object only = keywords.get("const");
        if (only != null) {
            all.add(only);
        }
        if (keywords.get("enum") instanceof List<?> listed) {
            all.addAll(listed);
        }
        for (String several : List.of("anyOf", "oneOf")) {
            if (keywords.get(several) instanceof List<?> schemas) {
                schemas.forEach(each -> all.addAll(of(each)));
            }
        }
        Object type = keywords.get("type");
        for (Object each : type instanceof List<?> types ? types : type == null ? List.of() : List.of(type)) {
            all.addAll(ofType((String) each, keywords));
        }
        return all;
    }

    private static List<Object> ofType(String type, Map<?, ?> keywords) {
        return switch (type) {
            case "string" -> texts(keywords);
            case "integer", "number" -> numbers(keywords);
            case "boolean" -> List.of(true, false);
            case "array" -> arrays(keywords);
            case "object" -> maps(keywords);
            default -> List.of();
        };
    }

    private static List<Object> texts(Map<?, ?> keywords) {
        List<Object> all = new ArrayList<>();
        if (keywords.get("pattern") instanceof String pattern) {
            SampleRegex.parse(pattern).ifPresent(regex -> {
                for (int i = 0; i < 20; i++) {
                    all.add(regex.text(new Random(i), Math.min(i, 1), i));
                }
            });
        }
        all.addAll(SampleTexts.USUAL);
        return all;
    }

    private static List<Object> numbers(Map<?, ?> keywords) {
        List<Object> all = new ArrayList<>();
        for (String bound : List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")) {
            if (keywords.get(bound) instanceof Number number) {
                int off = bound.equals("exclusiveMinimum") ? 1 : bound.equals("exclusiveMaximum") ? -1 : 0;
                all.add(off == 0 ? number : new BigDecimal(number.toString()).add(BigDecimal.valueOf(off)));
            }
        }
        all.addAll(List.of(1L, 0L, 7L, -1L, 100L, 0.5));
        return all;
    }

    private static List<Object> arrays(Map<?, ?> keywords) {
        List<Object> elements = of(keywords.get("items"));
        int fewest = keywords.get("minItems") instanceof Number count ? Math.min(count.intValue(), 100) : 0;
        int most = keywords.get("maxItems") instanceof Number count ? Math.min(count.intValue(), 100) : fewest + 2;
        List<Object> all = new ArrayList<>();
        for (int size = most; size >= fewest; size--) {
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < size && !elements.isEmpty(); i++) {
                list.add(elements.get(i % elements.size()));
            }
            all.add(list);
        }
        return all;
    }

    private static List<Object> maps(Map<?, ?> keywords) {
        Map<String, Object> made = new LinkedHashMap<>();
        if (keywords.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, schema) ->
                    of(schema).stream().findFirst().ifPresent(value -> made.put((String) name, value)));
        }
        Map<String, Object> required = new LinkedHashMap<>(made);
        if (keywords.get("required") instanceof List<?> names) {
            required.keySet().retainAll(names);
        }
        List<Object> all = new ArrayList<>(List.of(made, required));
        of(keywords.get("additionalProperties")).stream()
                .findFirst()
                .ifPresent(value -> all.add(0, Map.of("a", value, "b", value)));
        return all;
    }
}
