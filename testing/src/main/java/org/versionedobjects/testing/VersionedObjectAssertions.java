package org.versionedobjects.testing;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.ObjectList;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;

/**
 * Where assertions start; imported statically beside AssertJ's {@code Assertions}, whose {@code assertThat} goes on being
 * the one for everything else.
 *
 * <pre>{@code
 * assertThat(consumer).changedOnly(Consumer.USER).wasBefore(Consumer.USER, null);
 * assertThatRefused(() -> consumer.setFrom(Consumer.UUID, "abc")).hasPath("uuid").expected("a UUID");
 * }</pre>
 */
public final class VersionedObjectAssertions {
    private VersionedObjectAssertions() {}

    /** Starts assertions on an object. */
    public static <O extends VersionedObject> VersionedObjectAssert<O> assertThat(@Nullable O actual) {
        return new VersionedObjectAssert<>(actual);
    }

    /** Starts assertions on a list object as the object it is; for its elements: {@code assertThat(list.asList())}. */
    public static <E extends VersionedObject> VersionedObjectAssert<ObjectList<E>> assertThat(
            @Nullable ObjectList<E> actual) {
        return new VersionedObjectAssert<>(actual);
    }

    /** Starts assertions on an exception of the library. */
    public static VersionedObjectExceptionAssert assertThat(@Nullable VersionedObjectException actual) {
        return new VersionedObjectExceptionAssert(actual);
    }

    /**
     * Runs code that the library must refuse, and starts assertions on the exception.
     *
     * @throws AssertionError if it throws nothing, or what is no {@link VersionedObjectException}
     */
    public static VersionedObjectExceptionAssert assertThatRefused(ThrowingCallable code) {
        return new VersionedObjectExceptionAssert(
                VersionedObjectExceptionAssert.thrownBy(code, VersionedObjectException.class));
    }
}
