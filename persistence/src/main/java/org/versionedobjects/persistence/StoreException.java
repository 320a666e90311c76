package org.versionedobjects.persistence;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.VersionedObjectException;

/**
 * The database refused a statement, a commit or a connection. What is about one object is a {@link Conflict}; what has
 * no class of its own is this one. {@link #kind} tells them all apart, for {@code switch}.
 */
public sealed class StoreException extends VersionedObjectException
        permits Conflict,
                DeadlockException,
                LockTimeoutException,
                SerializationException,
                ConnectionLostException,
                OutcomeUnknownException,
                ReadOnlyException,
                CancelledException,
                NoSuchTableOrColumnException,
                NotReadyException {
    private static final long serialVersionUID = 1;

    private final FailureKind kind;
    private final TransactionState transaction;
    private final @Nullable String sqlState;
    private final int vendorCode;

    /**
     * Makes an exception.
     *
     * @param cause what led to it; the driver's exception, or one without its text if that may hold secrets
     */
    StoreException(Facts facts, Failure failure, @Nullable Throwable cause) {
        this(facts, failure, cause, true);
    }

    /** Makes an exception, with a stack trace or without one. */
    StoreException(Facts facts, Failure failure, @Nullable Throwable cause, boolean traced) {
        super(facts, cause, traced);
        this.kind = failure.kind();
        this.transaction = failure.transaction();
        SQLException driver = Failures.sqlException(cause);
        this.sqlState = driver == null ? null : driver.getSQLState();
        this.vendorCode = driver == null ? 0 : driver.getErrorCode();
    }

    /** Returns what it is, the same on every engine. */
    public final FailureKind kind() {
        return kind;
    }

    /** Returns what is left of the transaction, if the statement was in one. */
    public final TransactionState transaction() {
        return transaction;
    }

    /** Returns the SQLSTATE; empty if the driver gave none, or if no statement failed. */
    public final Optional<String> sqlState() {
        return Optional.ofNullable(sqlState);
    }

    /** Returns the driver's own code, 0 if it gave none, or if no statement failed. */
    public final int vendorCode() {
        return vendorCode;
    }

    /**
     * Returns whether the same transaction, run again from its start, may succeed: after a deadlock, a lock time-out, a
     * lost connection. It is false for every {@link Conflict}: a concurrent update needs the object loaded and changed
     * again, which {@link Repository#modify} does.
     */
    public final boolean isRetryable() {
        return kind.isRetryable();
    }
}
