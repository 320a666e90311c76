package org.versionedobjects;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which version of a type goes with which version of the type it extends. Confined to one definition. */
final class InheritedVersions {
    private final NavigableMap<Version, Version> rows = new TreeMap<>();
    private final Problems problems;

    InheritedVersions(Problems problems) {
        this.problems = problems;
    }

    void add(@Nullable String version, @Nullable String parentVersion) {
        Version own = Version.tryParse(version);
        Version parents = Version.tryParse(parentVersion);
        if (own == null || parents == null) {
            problems.add("inherits(\"" + version + "\", \"" + parentVersion + "\") is not two versions X.Y");
        } else if (rows.put(own, parents) != null) {
            problems.add("inherits(\"" + version + "\", …) is there twice");
        }
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void check(Version newest, @Nullable ObjectType<?> parent) {
        Version before = null;
        for (Map.Entry<Version, Version> row : rows.entrySet()) {
            String call = "inherits(\"" + row.getKey() + "\", \"" + row.getValue() + "\")";
            if (parent == null) {
                problems.add(call + " is there, but the type extends none");
                return;
            }
            if (row.getKey().isAfter(newest) || !row.getKey().isSameMajor(newest)) {
                problems.add(call + " is of a version that the type does not have; it is at " + newest);
            }
            if (row.getValue().isAfter(parent.version()) || !row.getValue().isSameMajor(parent.version())) {
                problems.add(call + " names a version that the parent does not have; it is at " + parent.version());
            }
            if (before != null && row.getValue().isBefore(before)) {
                problems.add(call + " goes back to an older version of the parent than " + before);
            }
            before = row.getValue();
        }
        if (before != null && parent != null && !before.equals(parent.version())) {
            problems.add("the parent is at " + parent.version() + ", but the last row is inherits(\"" + rows.lastKey()
                    + "\", \"" + before + "\"); say which version of this type has " + parent);
        }
    }

    /** Returns the version of the parent that goes with a version of the type; the newest if no row says so. */
    Version parentVersion(Version own, Version newest) {
        Map.Entry<Version, Version> row = rows.floorEntry(own);
        if (row == null) {
            row = rows.firstEntry();
        }
        return row == null ? newest : row.getValue();
    }

    /** Returns the first version of the type that goes with a version of the parent, or with a later one. */
    Version translated(Version parents, Version first) {
        for (Map.Entry<Version, Version> row : rows.entrySet()) {
            if (!row.getValue().isBefore(parents)) {
                return row.equals(rows.firstEntry()) ? first : row.getKey();
            }
        }
        return first;
    }
}
