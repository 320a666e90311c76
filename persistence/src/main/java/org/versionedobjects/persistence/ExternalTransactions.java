package org.versionedobjects.persistence;

/**
 * Tells the store how transactions end that something else manages, such as Spring. It is asked when a connection that
 * the store opens turns out to be in a transaction already.
 */
@FunctionalInterface
public interface ExternalTransactions {
    /**
     * Has something run if the present thread's transaction rolls back, on this thread; and not if it commits. Where
     * several are registered in one transaction, the last runs first.
     *
     * @throws RuntimeException if there is no such transaction; nothing is written then, nor refreshed
     */
    void afterRollback(Runnable undo);
}
