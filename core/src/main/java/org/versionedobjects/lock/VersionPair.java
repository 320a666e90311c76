package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Version;

/** A recorded version and the one before it. Immutable and thread-safe. */
record VersionPair(LockedVersion before, LockedVersion after, LockedStep step) {
    /** One field in both; null where it is not there. At least one is there. */
    record Sides(@Nullable LockedField before, @Nullable LockedField after) {
        /** Returns the name in the newer version if it is there, else in the older one. */
        String name() {
            if (after != null) {
                return after.name();
            }
            return before == null ? "" : before.name();
        }
    }

    static VersionPair of(LockedVersion before, LockedVersion after) {
        return new VersionPair(before, after, after.step());
    }

    /** Returns a version and what it was recorded as elsewhere. */
    static VersionPair sameVersion(LockedVersion before, LockedVersion after) {
        return new VersionPair(before, after, LockedStep.NONE);
    }

    /** Returns the recorded versions but the first, oldest first, each with the one before it. */
    static List<VersionPair> all(LockedType type) {
        List<VersionPair> pairs = new ArrayList<>();
        LockedVersion before = null;
        for (LockedVersion each : type.versions().values()) {
            if (before != null) {
                pairs.add(of(before, each));
            }
            before = each;
        }
        return pairs;
    }

    /** Returns whether one has to go past this on the way from one version up to another, or back. */
    boolean isBetween(Version above, Version upTo) {
        return version().isAfter(above) && !version().isAfter(upTo);
    }

    Version version() {
        return after.version();
    }

    /** Returns the fields of both versions by name, each once, renamed or not. */
    List<Sides> fields() {
        SortedMap<String, LockedField> rest = new TreeMap<>(before.fields());
        List<Sides> fields = new ArrayList<>();
        for (LockedField field : after.fields().values()) {
            fields.add(new Sides(isNew(field.name()) ? null : rest.remove(nameBefore(field.name())), field));
        }
        rest.values().forEach(gone -> fields.add(new Sides(gone, null)));
        fields.sort(Comparator.comparing(Sides::name));
        return fields;
    }

    private String nameBefore(String name) {
        return step.renamed().getOrDefault(name, name);
    }

    /** A name that another field had before, which now has another one or is gone, makes no old field of a new one. */
    private boolean isNew(String name) {
        boolean isRenamed = step.renamed().containsKey(name);
        boolean isTaken = step.renamed().containsValue(name) || step.removed().containsKey(name);
        return !isRenamed && isTaken;
    }
}
