package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.versionedobjects.Version;

/**
 * One type as the lock has it and as the code has it, and what was found not to agree. Confined to one comparison.
 *
 * @param was what is recorded
 * @param is what the code says
 * @param next the version that a change belongs to
 * @param planned tells the version that a type will have once its own differences are cured
 * @param found collects the differences
 */
record TypeSides(
        LockedType was,
        LockedType is,
        NextVersion next,
        Function<LockedType.Id, Version> planned,
        List<LockDifference> found) {

    TypeSides(LockedType was, LockedType is, NextVersion next, Function<LockedType.Id, Version> planned) {
        this(was, is, next, planned, new ArrayList<>());
    }

    /** Returns the newest released version. */
    Version released() {
        return next.released();
    }

    /** Returns what is recorded of the newest released version. */
    LockedVersion recorded() {
        return was.at(released()).orElseThrow();
    }

    /** Returns the released versions in which, by either side, something happened. */
    SortedSet<Version> versions() {
        SortedSet<Version> versions =
                new TreeSet<>(was.versions().headMap(released(), true).keySet());
        versions.addAll(is.versions().headMap(released(), true).keySet());
        return versions;
    }

    void add(Version version, String path, LockDifference.Needed needed, String what, String cure) {
        found.add(new LockDifference(was.id(), version, path, needed, what, cure));
    }

    /** Adds what changes a version that is released, and would even in a new one. */
    void forbid(Version version, String path, String what, String cure) {
        add(version, path, LockDifference.Needed.FORBIDDEN, what, cure);
    }

    /** Adds what has to be declared to have happened in the next version. */
    void addChange(String path, String what, String cure) {
        add(released(), path, next.needed(), what, cure + next.bump());
    }
}
