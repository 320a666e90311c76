package org.versionedobjects;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the states of two objects and of those in them. A pair that is being compared already counts as the same, so
 * cycles end. Confined to one comparison.
 */
final class StateComparison {
    private final List<Difference> found = new ArrayList<>();
    private final IdentityHashMap<VersionedObject, Set<VersionedObject>> begun = new IdentityHashMap<>();

    List<Difference> compare(VersionedObject one, VersionedObject other) {
        compare("", false, one, other);
        return Collections.unmodifiableList(found);
    }

    private void compare(String path, boolean secret, VersionedObject one, VersionedObject other) {
        if (one.equals(other) || !begin(one, other)) {
            return;
        }
        ObjectType<?> type = one.objectType();
        if (type != other.objectType()) {
            found.add(new Difference(path, "a " + type, "a " + other.objectType()));
            return;
        }
        if (!Objects.equals(one.unknownFields, other.unknownFields)) {
            found.add(new Difference(path, carried(one), carried(other)));
        }
        for (Field<?> field : type.allFields()) {
            String at = path.isEmpty() ? field.name() : path + "." + field.name();
            compareField(at, secret || field.spec().isSecret(), field, one, other);
        }
    }

    private static String carried(VersionedObject object) {
        UnknownFields carried = object.unknownFields;
        return carried == null
                ? "no unknown fields"
                : "unknown fields of version " + carried.version() + ": "
                        + carried.values().keySet();
    }

    private boolean begin(VersionedObject one, VersionedObject other) {
        return begun.computeIfAbsent(one, key -> Collections.newSetFromMap(new IdentityHashMap<>()))
                .add(other);
    }

    private <T extends @Nullable Object> void compareField(
            String path, boolean secret, Field<T> field, VersionedObject one, VersionedObject other) {
        int slot = one.objectType().slot(field);
        Object ones = one.rawAt(slot);
        Object others = other.rawAt(slot);
        int before = found.size();
        if (isValue(ones) && isValue(others)) {
            compareValues(path, secret, field, ones, others);
        } else if (ones != others) {
            found.add(difference(path, secret, field, ones, others));
        }
        boolean changed = one.isOwnChange(slot);
        if (found.size() == before && changed != other.isOwnChange(slot)) {
            found.add(new Difference(path, changed ? "changed" : "not changed", changed ? "not changed" : "changed"));
        }
    }

    private static boolean isValue(@Nullable Object stored) {
        return stored != null && !(stored instanceof ObjectState.Marker);
    }

    private static Difference difference(
            String path, boolean secret, Field<?> field, @Nullable Object ones, @Nullable Object others) {
        return new Difference(path, text(secret, field, ones), text(secret, field, others));
    }

    /** Returns the text of what a slot stores; what is inside an object in a secret field is as secret as that. */
    private static String text(boolean secret, Field<?> field, @Nullable Object stored) {
        return secret && isValue(stored) ? Facts.MASK : StateText.of(field, stored);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // slots hold what their field's type accepted
    private <T extends @Nullable Object> void compareValues(
            String path, boolean secret, Field<T> field, @Nullable Object ones, @Nullable Object others) {
        FieldType<T> type = field.type();
        if (!type.sameShape((T) ones, (T) others)) {
            found.add(difference(path, secret, field, ones, others));
            return;
        }
        Map<String, VersionedObject> nested = new LinkedHashMap<>();
        type.forEachNested((T) ones, path, nested::put);
        type.forEachNested((T) others, path, (at, each) -> compare(at, secret, at(nested, at), each));
    }

    private static VersionedObject at(Map<String, VersionedObject> nested, String path) {
        VersionedObject found = nested.get(path);
        if (found == null) {
            throw new IllegalStateException("Values of the same shape differ at " + path);
        }
        return found;
    }
}
