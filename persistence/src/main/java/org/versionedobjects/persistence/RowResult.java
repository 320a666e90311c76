package org.versionedobjects.persistence;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;

/**
 * What became of one row of many.
 *
 * @param index the place of the object among those given, from 0
 * @param object the object
 * @param outcome what became of it
 * @param failure why it was not written: a {@link Conflict} or an {@link UnsavableException}, which may have no stack
 *     trace since nothing was thrown; null if it was, or if nothing had changed
 * @param <O> the class of the objects
 */
public record RowResult<O extends VersionedObject>(
        long index, O object, RowOutcome outcome, @Nullable VersionedObjectException failure) {
    /** Checks that there are an object and an outcome. */
    public RowResult {
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(outcome, "outcome");
    }

    /** Returns whether the row is as the object has it: written, or with nothing to write. */
    public boolean isDone() {
        return failure == null;
    }

    /** Returns the conflict; empty if there was none. */
    public Optional<Conflict> conflict() {
        return failure instanceof Conflict conflict ? Optional.of(conflict) : Optional.empty();
    }
}
