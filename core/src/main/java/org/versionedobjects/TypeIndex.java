package org.versionedobjects;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Types by what a field can call them, so that a reference is looked up instead of tried on each type. Immutable and
 * thread-safe.
 */
final class TypeIndex {
    private final Map<Key, List<ObjectType<?>>> exact = new HashMap<>();
    private final Map<Key, List<ObjectType<?>>> withSubtypes = new HashMap<>();

    /** How a reference calls a type: by its class, by the class of its elements, or by its name. */
    private record Key(
            @Nullable Class<?> javaClass,
            boolean isList,
            @Nullable String namespace,
            @Nullable String name) {
        static Key of(NestedReference reference) {
            return reference.javaClass() == null
                    ? new Key(null, false, reference.namespace(), reference.name())
                    : new Key(reference.javaClass(), reference.isList(), null, null);
        }

        static List<Key> of(ObjectType<?> type) {
            List<Key> keys = new ArrayList<>();
            keys.add(new Key(null, false, type.namespace(), type.name()));
            keys.add(new Key(type.javaClass(), false, null, null));
            NestedReference element = type.element();
            if (element != null && element.javaClass() != null) {
                keys.add(new Key(element.javaClass(), true, null, null));
            }
            return keys;
        }
    }

    TypeIndex(Collection<ObjectType<?>> types) {
        for (ObjectType<?> type : types) {
            Key.of(type).forEach(key -> add(exact, key, type));
            for (ObjectType<?> each = type; each != null; each = each.parent()) {
                Key.of(each).forEach(key -> add(withSubtypes, key, type));
            }
        }
    }

    private static void add(Map<Key, List<ObjectType<?>>> index, Key key, ObjectType<?> type) {
        List<ObjectType<?>> found = index.computeIfAbsent(key, each -> new ArrayList<>());
        if (found.isEmpty() || found.get(found.size() - 1) != type) { // a parent may have the same class
            found.add(type);
        }
    }

    /** Returns the types for which {@link NestedReference#isExactly} holds, in the order in which they were given. */
    List<ObjectType<?>> exactly(NestedReference reference) {
        return Collections.unmodifiableList(exact.getOrDefault(Key.of(reference), List.of()));
    }

    /** Returns the types for which {@link NestedReference#accepts} holds, in the order in which they were given. */
    List<ObjectType<?>> accepted(NestedReference reference) {
        Map<Key, List<ObjectType<?>>> index = reference.withSubtypes() ? withSubtypes : exact;
        return Collections.unmodifiableList(index.getOrDefault(Key.of(reference), List.of()));
    }
}
