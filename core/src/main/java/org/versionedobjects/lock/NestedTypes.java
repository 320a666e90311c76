package org.versionedobjects.lock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.FieldHistory;
import org.versionedobjects.FieldType;
import org.versionedobjects.NestedReference;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Version;
import org.versionedobjects.VersionManifest;

/** Which types stand in others, and what the child tables say of them. Immutable and thread-safe. */
record NestedTypes(ObjectRegistry registry) {
    private record Place(ObjectType<?> type, Version version) {}

    /** Returns the types that a reference accepts. */
    List<ObjectType<?>> accepted(NestedReference reference) {
        return registry.accepted(reference);
    }

    /** Returns what may stand in a field in a version of its type; nothing if the version does not have it. */
    static List<NestedReference> references(ObjectType<?> type, Field<?> field, Version version) {
        FieldHistory history = type.history(field);
        return history.isIn(version) ? history.typeIn(version, field.type()).references() : List.of();
    }

    /** Returns a type and all that stands in it, or stood in it in an older version, at any depth. */
    Set<ObjectType<?>> within(ObjectType<?> type) {
        Set<ObjectType<?>> seen = new LinkedHashSet<>(List.of(type));
        Deque<ObjectType<?>> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            ObjectType<?> each = open.remove();
            for (Field<?> field : each.allFields()) {
                forms(each, field)
                        .flatMap(form -> form.references().stream())
                        .flatMap(reference -> accepted(reference).stream())
                        .filter(seen::add)
                        .forEach(open::add);
            }
        }
        return seen;
    }

    /** Returns the types that a field has and had. */
    private static Stream<FieldType<?>> forms(ObjectType<?> type, Field<?> field) {
        return Stream.concat(
                Stream.of(field.type()), type.history(field).changes().stream().map(FieldHistory.Change::before));
    }

    /**
     * Returns in which versions a peer reads a type and all that stands in it, of all that it reads. Where it reads several
     * types of one name, the one that stands in these objects counts, and of several of these that of the type's namespace.
     */
    VersionManifest manifest(ObjectType<?> type, Map<LockedType.Id, Version> read) {
        Set<ObjectType<?>> within = within(type);
        Set<String> names = within.stream().map(ObjectType::name).collect(Collectors.toSet());
        Comparator<LockedType.Id> leastFitting = Comparator.<LockedType.Id, Boolean>comparing(id -> isAmong(within, id))
                .thenComparing(id -> id.namespace().equals(type.namespace()))
                .thenComparing(id -> id.equals(LockBuilder.id(type)));
        SortedMap<String, Version> versions = new TreeMap<>();
        read.keySet().stream()
                .filter(id -> names.contains(id.name()))
                .sorted(leastFitting)
                .forEach(id -> versions.put(id.name(), read.get(id)));
        return new VersionManifest(versions);
    }

    private boolean isAmong(Set<ObjectType<?>> types, LockedType.Id id) {
        return registry.find(id.namespace(), id.name(), id.major())
                .filter(types::contains)
                .isPresent();
    }

    /** Returns the version that a child table has for a version of the parent; null if it starts later, or is none. */
    static @Nullable Version row(NestedReference reference, Version parent) {
        return ChildRows.of(reference.children()).with(parent);
    }

    /** Returns whether child tables alone say in which versions all goes that stands in a version of a type. */
    boolean areRuled(ObjectType<?> type, Version version) {
        Set<Place> seen = new LinkedHashSet<>();
        Deque<Place> open = new ArrayDeque<>(List.of(new Place(type, version)));
        while (!open.isEmpty()) {
            Place place = open.remove();
            if (!seen.add(place)) {
                continue;
            }
            for (NestedReference reference : references(place)) {
                if (reference.children().isEmpty()) {
                    return false;
                }
                Version child = row(reference, place.version());
                if (child != null) {
                    accepted(reference).forEach(each -> open.add(new Place(each, Version.min(child, each.version()))));
                }
            }
        }
        return true;
    }

    private static List<NestedReference> references(Place place) {
        List<NestedReference> all = new ArrayList<>();
        for (Field<?> field : place.type().allFields()) {
            all.addAll(references(place.type(), field, place.version()));
        }
        return all;
    }
}
