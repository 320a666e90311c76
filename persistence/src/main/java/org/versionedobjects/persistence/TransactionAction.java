package org.versionedobjects.persistence;

/**
 * What is done in a transaction, without a result.
 *
 * @param <X> the checked exceptions that may pass through; none if there are none
 */
@FunctionalInterface
public interface TransactionAction<X extends Exception> {
    /** Does the work; an exception rolls the transaction back. */
    void run() throws X;
}
