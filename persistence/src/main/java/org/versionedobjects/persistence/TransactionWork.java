package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;

/**
 * What is done in a transaction, with a result.
 *
 * @param <R> the result
 * @param <X> the checked exceptions that may pass through; none if there are none
 */
@FunctionalInterface
public interface TransactionWork<R extends @Nullable Object, X extends Exception> {
    /** Does the work; an exception rolls the transaction back. */
    R run() throws X;
}
