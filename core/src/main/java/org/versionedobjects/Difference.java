package org.versionedobjects;

import java.util.Objects;

/**
 * One place where two objects are not in the same state.
 *
 * @param path where: {@code user.external_id}, {@code objects[2]}; empty for the objects themselves
 * @param one what the first object has there, as text: a value, {@code unset}, {@code null}, {@code changed}; masked for a
 *     secret field
 * @param other what the second object has there
 */
public record Difference(String path, String one, String other) {
    /** Checks that nothing is null. */
    public Difference {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(one, "one");
        Objects.requireNonNull(other, "other");
    }

    /** Returns {@code path: one ≠ other}. */
    @Override
    public String toString() {
        return (path.isEmpty() ? "" : path + ": ") + one + " ≠ " + other;
    }
}
