package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.FieldHistory;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Version;
import org.versionedobjects.VersionedObject;

/**
 * Where an object that was read from an older version may come out otherwise when it is written in that version again: the
 * fields that were removed or got another type since, and all of an object whose type has steps of its own since. Immutable.
 */
final class LossyPlaces {
    private final Set<String> places = new TreeSet<>();
    private final Set<VersionedObject> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private LossyPlaces() {}

    /** Returns the places in an object and all in it. */
    static LossyPlaces of(VersionedObject read) {
        LossyPlaces found = new LossyPlaces();
        found.visit("", read);
        return found;
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /** Returns whether a place is one of these, or in one. */
    boolean contains(String path) {
        return places.stream()
                .anyMatch(place -> place.isEmpty()
                        || path.equals(place)
                        || path.startsWith(place + ".")
                        || path.startsWith(place + "["));
    }

    private void visit(String path, VersionedObject object) {
        if (!seen.add(object)) {
            return;
        }
        ObjectType<?> type = object.objectType();
        Version from = object.readVersion().orElse(type.version());
        if (type.steps().stream().anyMatch(step -> step.version().isAfter(from))) {
            places.add(path);
        }
        for (Field<?> field : type.allFields()) {
            FieldHistory history = type.history(field);
            for (String name : names(field, history)) {
                String place = path.isEmpty() ? name : path + "." + name;
                if (isLossy(history, from)) {
                    places.add(place);
                    places.add(path.isEmpty() ? "changes" : path + ".changes");
                }
                visitNested(place, object, field);
            }
        }
        seen.remove(object);
    }

    private static boolean isLossy(FieldHistory history, Version from) {
        Version removed = history.removedIn();
        return !history.since().isAfter(from)
                && ((removed != null && removed.isAfter(from))
                        || history.changes().stream()
                                .anyMatch(each -> each.version().isAfter(from)));
    }

    private static List<String> names(Field<?> field, FieldHistory history) {
        List<String> names = new ArrayList<>(List.of(field.name()));
        history.renames().forEach(each -> names.add(each.before()));
        return names;
    }

    private <T extends @Nullable Object> void visitNested(String place, VersionedObject object, Field<T> field) {
        if (object.isSet(field)) {
            field.type().forEachNested(object.get(field), place, this::visit);
        }
    }
}
