package org.versionedobjects.json;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.versionedobjects.Facts;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.NestedReference;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Profile;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.UnknownObjectException;
import org.versionedobjects.ValueSchema;
import org.versionedobjects.VersionedObjectException;

/**
 * Makes one schema. Each type in each version is one definition, referred to by name, so that types may hold each other;
 * those still to be made stand in a queue, so that long chains of types need no deep stack. Confined to one thread.
 */
final class SchemaDefinitions {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private final TypeWriters writers;
    private final ObjectRegistry registry;
    private final Profile profile;
    private final boolean isComplete;
    private final Map<Definition, String> names = new HashMap<>();
    private final Map<String, ValueSchema> definitions = new LinkedHashMap<>();
    private final Queue<TypeWriter> pending = new ArrayDeque<>();

    /** What tells one definition from the others. */
    private record Definition(ObjectType<?> type, String version) {}

    SchemaDefinitions(TypeWriters writers, ObjectRegistry registry, Profile profile, boolean isComplete) {
        this.writers = writers;
        this.registry = registry;
        this.profile = profile;
        this.isComplete = isComplete;
    }

    @SuppressWarnings("unchecked") // a schema with keywords is a map
    Map<String, Object> of(ObjectType<?> type) {
        ValueSchema root = reference(writers.root(type));
        for (TypeWriter next = pending.poll(); next != null; next = pending.poll()) {
            definitions.put(name(next), envelope(next));
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DIALECT);
        schema.putAll((Map<String, Object>) root.with("$defs", definitions).toPrimitive());
        return Collections.unmodifiableMap(schema);
    }

    private ValueSchema reference(TypeWriter writer) {
        if (!names.containsKey(definition(writer))) {
            String name = writer.type.qualifiedName() + "@" + writer.version;
            while (names.containsValue(name)) {
                name += "+"; // a.b and c, a and b.c: both are a.b.c
            }
            names.put(definition(writer), name);
            pending.add(writer);
        }
        String fragment = URLEncoder.encode(name(writer), StandardCharsets.UTF_8);
        return ValueSchema.reference("#/$defs/" + fragment.replace("%40", "@").replace("%3A", ":"));
    }

    private static Definition definition(TypeWriter writer) {
        return new Definition(writer.type, writer.version.toString());
    }

    private String name(TypeWriter writer) {
        return names.getOrDefault(definition(writer), "");
    }

    private ValueSchema envelope(TypeWriter writer) {
        EnvelopeKeys keys = writer.keys;
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(keys.name.getValue(), constant(writer.name.getValue()));
        properties.put(keys.namespace.getValue(), constant(writer.namespace.getValue()));
        properties.put(keys.version.getValue(), constant(writer.versionText.getValue()));
        properties.put(keys.data.getValue(), data(writer));
        properties.put(keys.changes.getValue(), changes(writer));
        List<String> required = properties.keySet().stream()
                .filter(key -> !key.equals(keys.changes.getValue()))
                .toList();
        return ValueSchema.ANYTHING
                .with("title", writer.type.qualifiedName() + " " + writer.version)
                .with("type", "object")
                .with("properties", properties)
                .with("required", required);
    }

    private static ValueSchema constant(String text) {
        return ValueSchema.ANYTHING.with("const", text);
    }

    private ValueSchema data(TypeWriter writer) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (TypeWriter.FieldWriter field : writer.fields) {
            properties.put(field.name().getValue(), value(writer, field));
        }
        ValueSchema data = ValueSchema.of("object").with("properties", properties);
        List<String> required = Arrays.stream(writer.fields)
                .filter(field -> isComplete && !field.type().isNullable())
                .map(field -> field.name().getValue())
                .toList();
        return required.isEmpty() ? data : data.with("required", required);
    }

    private ValueSchema value(TypeWriter writer, TypeWriter.FieldWriter field) {
        try {
            ValueSchema schema = field.type().schema(new Context(writer));
            return field.field().spec().isReadOnly() ? schema.with("readOnly", true) : schema;
        } catch (VersionedObjectException e) {
            throw e.within(field.field().name()).of(writer.type);
        }
    }

    private static ValueSchema changes(TypeWriter writer) {
        ValueSchema array = ValueSchema.of("array");
        if (writer.fields.length == 0) {
            return array.with("maxItems", 0);
        }
        List<String> all = Arrays.stream(writer.fields)
                .map(field -> field.name().getValue())
                .toList();
        return array.with("items", ValueSchema.ANYTHING.with("enum", all)).with("uniqueItems", true);
    }

    /** What the types of one parent's fields may ask. */
    private final class Context implements SchemaContext {
        private final TypeWriter parent;

        Context(TypeWriter parent) {
            this.parent = parent;
        }

        @Override
        public Profile profile() {
            return profile;
        }

        @Override
        public ValueSchema object(NestedReference reference) {
            List<ValueSchema> accepted = new ArrayList<>();
            VersionedObjectException refused =
                    new UnknownObjectException(Facts.problem("no registered type is a " + reference.describe()), null);
            for (ObjectType<?> type : registry.types()) {
                try {
                    if (reference.accepts(type)) {
                        accepted.add(reference(writers.nested(type, reference, parent)));
                    }
                } catch (IncompatibleVersionException e) { // another major, or a subtype that the peer does not know
                    refused = e;
                }
            }
            if (accepted.isEmpty()) {
                throw refused;
            }
            return ValueSchema.anyOf(accepted);
        }
    }
}
