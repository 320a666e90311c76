package org.versionedobjects.persistence;

/**
 * What a failure left of the transaction that it happened in. Engines differ: after a duplicate a transaction goes on
 * in one and can only be rolled back in another. {@link Store} commits none in which a statement failed, wherever the
 * engine would; {@link Store#savepoint} is how an application goes on.
 */
public enum TransactionState {
    /** Only the statement failed; what came before is there. */
    USABLE,
    /** Every further statement is refused until a rollback, of all or to a savepoint. */
    ABORTED,
    /** The server has rolled all of it back, savepoints too; a further statement would begin another transaction. */
    ROLLED_BACK,
    /** The connection is gone, and with it the transaction. */
    LOST
}
