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
import org.versionedobjects.VersionManifest;
import org.versionedobjects.VersionedObject;

/**
 * Where an object that was read from a document of a release may come out otherwise when it is written for that release
 * again: the fields that were removed or got another type since, and all of an object whose type has steps of its own since.
 * What older peers get for a removed field may be told them later than the field was removed. Immutable.
 */
final class LossyPlaces {
    private final VersionManifest release;
    private final Set<String> places = new TreeSet<>();
    private final Set<String> removed = new TreeSet<>();
    private final Set<VersionedObject> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private LossyPlaces(VersionManifest release) {
        this.release = release;
    }

    /** Returns the places in an object and all in it, since the versions that a release has. */
    static LossyPlaces of(VersionedObject read, VersionManifest release) {
        LossyPlaces found = new LossyPlaces(release);
        found.visit("", read);
        return found;
    }

    /** Returns whether a difference is at one of these places, or in one, or tells older peers what they were not told. */
    boolean accountFor(JsonDifference difference) {
        return isLossy(difference.path())
                || (difference.expected().equals(JsonDifference.NOTHING) && removed.contains(difference.path()));
    }

    private boolean isLossy(String path) {
        return places.stream()
                .anyMatch(place -> place.isEmpty()
                        || path.equals(place)
                        || path.startsWith(place + ".")
                        || path.startsWith(place + "["));
    }

    /** Returns a path as {@link JsonDifference} tells it, to which a map is as an object. */
    private static String asInJson(String path) {
        return path.replace("[\"", ".").replace("\"]", "");
    }

    private void visit(String path, VersionedObject object) {
        if (!seen.add(object)) {
            return;
        }
        ObjectType<?> type = object.objectType();
        Version from = release.find(type.name()).or(object::readVersion).orElse(type.version());
        if (type.steps().stream().anyMatch(step -> step.version().isAfter(from))) {
            places.add(path);
        }
        for (Field<?> field : type.allFields()) {
            FieldHistory history = type.history(field);
            for (String name : names(field, history)) {
                String place = path.isEmpty() ? name : path + "." + name;
                if (history.removedIn() != null) {
                    removed.add(place);
                }
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
            field.type().forEachNested(object.get(field), place, (path, nested) -> visit(asInJson(path), nested));
        }
    }
}
