package org.versionedobjects.lock;

import java.util.Comparator;
import java.util.Objects;
import org.versionedobjects.Version;

/**
 * Something that the code says otherwise than the lock, what it takes, and what to type. Sorted by type, path and version.
 * Immutable and thread-safe.
 *
 * @param type the type
 * @param version the version that is not as it was released, or that is to blame
 * @param path the field as that version calls it, or an option of it: {@code status.values}, {@code tags[].maxLength}; empty
 *     for the type as a whole
 * @param needed what it takes
 * @param what what is the matter, as a clause
 * @param cure what to declare and which version to put, as a clause with Java to copy
 */
public record LockDifference(LockedType.Id type, Version version, String path, Needed needed, String what, String cure)
        implements Comparable<LockDifference> {
    private static final Comparator<LockDifference> ORDER = Comparator.comparing(LockDifference::type)
            .thenComparing(LockDifference::path)
            .thenComparing(LockDifference::version)
            .thenComparing(LockDifference::needed)
            .thenComparing(LockDifference::what)
            .thenComparing(LockDifference::cure);

    /** What a difference takes, from the least to the most. */
    public enum Needed {
        /** Nothing: the difference is told, and breaks no peer. */
        NONE("nothing has to be done"),
        /** A new Z: peers cannot see it. */
        Z("this needs a new Z"),
        /** A new Y, and a history that says how older peers are served. */
        Y("this needs a new Y"),
        /** A new X: older peers cannot be served. */
        X("this needs a new X"),
        /** Something else: it changes what was released, which no version makes good. */
        FORBIDDEN("a released version never changes");

        private final String sentence;

        Needed(String sentence) {
            this.sentence = sentence;
        }
    }

    /** Checks that all is there. */
    public LockDifference {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(needed, "needed");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(cure, "cure");
    }

    @Override
    public int compareTo(LockDifference other) {
        return ORDER.compare(this, other);
    }

    /** Returns all of it as one sentence: object, version, path, what is the matter, what it takes, the cure. */
    @Override
    public String toString() {
        return type.qualifiedName() + " " + version + (path.isEmpty() ? "" : " at " + path) + ": " + what + "; "
                + needed.sentence + ": " + cure;
    }
}
