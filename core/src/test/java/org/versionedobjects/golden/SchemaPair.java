package org.versionedobjects.golden;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.versionedobjects.JsonSchemas;
import org.versionedobjects.ObjectType;
import org.versionedobjects.json.JsonSchema;

/** A schema of oslo's, of draft 4, and ours for the same class: what one accepts and the other refuses. */
final class SchemaPair {
    /** What is put into each field, legal or not. */
    static final List<Object> VALUES = Collections.unmodifiableList(Arrays.asList(
            "x",
            5,
            true,
            0.5,
            List.of("x"),
            List.of(5, 6),
            Map.of("a", "x"),
            Map.of("a", 5),
            "8a9bcb1e-9d6f-4a3e-8a44-0d5f2d3f6c10",
            "2024-02-29T12:34:56Z",
            "low",
            "a",
            "NEW",
            null,
            "",
            -1,
            -0.5,
            List.of(),
            List.of(5, 5),
            Map.of(),
            Collections.singletonMap("a", null),
            List.of("a", "c"),
            List.of(List.of("x")),
            List.of(List.of(5, 5)),
            List.of(Collections.singletonMap("a", null)),
            Map.of("a", List.of("x")),
            Map.of("a", List.of(5, 5)),
            List.of("8a9bcb1e-9d6f-4a3e-8a44-0d5f2d3f6c10"),
            "8A9BCB1E9D6F4A3E8A440D5F2D3F6C10",
            "8a9bcb1e-9d6f-4a3e-8a44-0d5f2d3f6c1",
            "2024-02-29T12:34:56+05:30",
            "2024-02-30T12:34:56Z",
            "2024-02-29",
            "two",
            "fa:16:3e:00:00:01",
            "fa:16:3e:00:00:0g",
            "0000:04:1f.7",
            "0000:04:2f.7",
            "192.0.2.1",
            "192.0.2.256",
            "2001:db8::1",
            "192.0.2.0/24",
            "192.0.2.0/33",
            "2001:db8::/32",
            "2001:db8::/129",
            Map.of("versioned_object.name", "Nothing")));

    private static final String NAME = ".name";
    private static final String DATA = ".data";
    private static final String CHANGES = ".changes";

    private final GoldenClasses classes;
    private final Map<String, Object> oslo;
    private final JsonSchema ours;

    SchemaPair(GoldenClasses classes, Object oslo, JsonSchema ours) {
        this.classes = classes;
        this.oslo = oslo == null ? Map.of() : asMap(oslo);
        this.ours = ours;
    }

    @SuppressWarnings("unchecked") // schemas and envelopes are maps
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }

    /** Returns, of all that is tried, what one schema accepts and the other does not. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        Map<String, Object> legal = envelope(oslo);
        if (!accept(legal)) {
            differences.add("not accepted by both: " + legal);
        }
        for (Object tried : primitives(legal)) {
            boolean theirs = JsonSchemas.acceptsStrictly(oslo, tried);
            if (theirs != JsonSchemas.acceptsStrictly(ours.toPrimitive(), tried)) {
                differences.add((theirs ? "oslo alone accepts " : "oslo alone refuses ") + tried);
            }
        }
        return differences;
    }

    private boolean accept(Object tried) {
        return JsonSchemas.acceptsStrictly(oslo, tried) && JsonSchemas.acceptsStrictly(ours.toPrimitive(), tried);
    }

    /** Returns which types our schema defines, where oslo has none to compare with. */
    String definitions() {
        return asMap(ours.toPrimitive().get("$defs")).keySet().toString();
    }

    /** Makes the envelope that a schema of oslo's accepts, with every field set. */
    private Map<String, Object> envelope(Map<String, Object> schema) {
        Map<String, Object> properties = asMap(schema.get("properties"));
        String prefix = prefix(properties);
        Map<String, Object> dataSchema = asMap(properties.get(prefix + DATA));
        String description = (String) dataSchema.get("description");
        ObjectType<?> type = classes.newest(description.substring("fields of ".length()));
        Map<String, Object> data = new LinkedHashMap<>();
        asMap(dataSchema.get("properties")).forEach((field, each) -> data.put(field, legal(asMap(each))));
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put(prefix + NAME, type.name());
        envelope.put(prefix + ".namespace", type.namespace());
        envelope.put(prefix + ".version", type.version().toString());
        envelope.put(prefix + DATA, data);
        return envelope;
    }

    private static String prefix(Map<String, Object> properties) {
        String key = properties.keySet().stream()
                .filter(each -> each.endsWith(NAME))
                .findFirst()
                .orElseThrow();
        return key.substring(0, key.length() - NAME.length());
    }

    private Object legal(Map<String, Object> field) {
        if (field.containsKey("properties")) {
            return envelope(field);
        }
        return VALUES.stream()
                .filter(each -> each != null && JsonSchemas.acceptsStrictly(draft4(field), each))
                .findFirst()
                .orElseThrow();
    }

    /** Says of which draft a part of a schema is. */
    static Map<String, Object> draft4(Map<String, Object> schema) {
        Map<String, Object> whole = new LinkedHashMap<>(schema);
        whole.put("$schema", "http://json-schema.org/draft-04/schema#");
        return whole;
    }

    /** Makes envelopes that differ from a legal one in one place: each key and field left out or replaced. */
    private static List<Object> primitives(Map<String, Object> legal) {
        String prefix = prefix(legal);
        List<Object> made = new ArrayList<>(VALUES);
        legal.keySet().forEach(key -> made.add(without(legal, key)));
        legal.keySet().forEach(key -> made.add(with(legal, key, 5)));
        Map<String, Object> data = asMap(legal.get(prefix + DATA));
        for (Object changes : Arrays.asList(List.copyOf(data.keySet()), List.of(), List.of(5), "x", null)) {
            made.add(with(legal, prefix + CHANGES, changes));
        }
        made.add(with(legal, "more", 5));
        made.add(with(legal, prefix + DATA, with(data, "more", 5)));
        for (String field : data.keySet()) {
            made.add(with(legal, prefix + DATA, without(data, field)));
            VALUES.forEach(each -> made.add(with(legal, prefix + DATA, with(data, field, each))));
            if (data.get(field) instanceof Map<?, ?> nested && nested.containsKey(prefix + NAME)) {
                primitives(asMap(nested))
                        .forEach(each -> made.add(with(legal, prefix + DATA, with(data, field, each))));
            }
        }
        return made;
    }

    private static Map<String, Object> without(Map<String, Object> map, String key) {
        Map<String, Object> less = new LinkedHashMap<>(map);
        less.remove(key);
        return less;
    }

    private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }
}
