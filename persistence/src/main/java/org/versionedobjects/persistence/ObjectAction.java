package org.versionedobjects.persistence;

/**
 * What is done with each object of a query.
 *
 * @param <O> the class of the objects
 * @param <X> the checked exceptions that may pass through; none if there are none
 */
@FunctionalInterface
public interface ObjectAction<O, X extends Exception> {
    /** Does it; an exception ends the query. */
    void accept(O object) throws X;
}
