package org.versionedobjects.persistence;

/**
 * What {@link Repository#modify} does to the object that it loaded. It may run more than once, each time on the object
 * loaded anew, so it should do nothing else that cannot be repeated.
 *
 * @param <O> the class of the object
 * @param <X> the checked exceptions that may pass through; none if there are none
 */
@FunctionalInterface
public interface Modification<O, X extends Exception> {
    /** Changes the object; an exception leaves the row as it is. */
    void apply(O object) throws X;
}
