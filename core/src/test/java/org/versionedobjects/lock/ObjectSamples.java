package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;

/** Makes objects of a type with every field set, together in every value to choose from, and in null. */
final class ObjectSamples {
    private static final List<Object> PLAIN =
            List.of("a", 7L, true, "ab", List.of("a"), List.of(7L), Map.of("k", "a"), "2024-02-29T12:34:56Z");

    private final ObjectRegistry registry;

    ObjectSamples(ObjectRegistry registry) {
        this.registry = registry;
    }

    List<VersionedObject> of(ObjectType<?> type) {
        int count = 1;
        List<List<@Nullable Object>> values = new ArrayList<>();
        for (Field<?> each : type.fields()) {
            List<@Nullable Object> legal =
                    values(each.type().description(names -> List.of(names.namespace() + "." + names.name())));
            values.add(legal);
            count = Math.max(count, legal.size());
        }
        List<VersionedObject> objects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            VersionedObject object = type.newObject();
            int at = 0;
            for (Field<?> each : type.fields()) {
                List<@Nullable Object> legal = values.get(at++);
                object.setFrom(each, legal.isEmpty() ? firstLegal(each) : legal.get(i % legal.size()));
            }
            objects.add(object);
        }
        return objects;
    }

    /** Returns the values of a choice or of objects, plain or in a list; null among them if that is legal. */
    private List<@Nullable Object> values(TypeDescription type) {
        List<@Nullable Object> values = new ArrayList<>();
        if (type.kind().equals("oneOf")) {
            values.addAll((List<?>) Objects.requireNonNull(type.option("values")));
        } else if (type.kind().equals("object")) {
            registry.types().stream()
                    .filter(each -> each.qualifiedName().equals(type.option("of")))
                    .flatMap(each -> of(each).stream())
                    .forEach(values::add);
        } else if (type.kind().equals("listOf") && type.element() != null) {
            values(type.element()).forEach(each -> values.add(Collections.singletonList(each)));
        }
        if (type.isNullable()) {
            if (values.isEmpty()) {
                return values;
            }
            values.add(null);
        }
        return values;
    }

    private static Object firstLegal(Field<?> field) {
        return PLAIN.stream()
                .filter(each -> isLegal(field, each))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no value for " + field));
    }

    private static boolean isLegal(Field<?> field, Object value) {
        try {
            field.type().coerce(value);
            return true;
        } catch (VersionedObjectException e) {
            return false;
        }
    }
}
