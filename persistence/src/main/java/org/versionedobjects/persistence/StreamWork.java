package org.versionedobjects.persistence;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is done with a stream of objects, with a result.
 *
 * @param <O> the class of the objects
 * @param <R> the result
 * @param <X> the checked exceptions that may pass through; none if there are none
 */
@FunctionalInterface
public interface StreamWork<O, R extends @Nullable Object, X extends Exception> {
    /** Does the work; the stream ends with it. */
    R apply(Stream<O> objects) throws X;
}
