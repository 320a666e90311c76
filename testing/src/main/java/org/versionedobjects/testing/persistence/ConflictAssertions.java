package org.versionedobjects.testing.persistence;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.persistence.Conflict;

/**
 * Where assertions on conflicts start; imported statically beside the other {@code assertThat}s.
 *
 * <pre>{@code
 * assertThatConflict(() -> consumers.save(stale)).isConcurrentUpdate(0, 1).object(Consumer.TYPE).has(Consumer.ID, 7L);
 * }</pre>
 */
public final class ConflictAssertions {
    private ConflictAssertions() {}

    /** Starts assertions on a conflict. */
    public static ConflictAssert assertThat(@Nullable Conflict actual) {
        return new ConflictAssert(actual);
    }

    /**
     * Runs code that must end in a conflict, and starts assertions on that.
     *
     * @throws AssertionError if it throws nothing, or what is no {@link Conflict}
     */
    public static ConflictAssert assertThatConflict(ThrowingCallable code) {
        return new ConflictAssert(ConflictAssert.thrownBy(code));
    }
}
