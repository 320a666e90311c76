package org.versionedobjects.persistence;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.VersionedObjectException;

/** The database refused a statement or a connection, for no reason that has a {@link Conflict} of its own. */
public final class StoreException extends VersionedObjectException {
    private static final long serialVersionUID = 1;

    private final @Nullable String sqlState;
    private final int vendorCode;
    private final boolean retryable;

    StoreException(Facts facts, @Nullable Throwable cause, @Nullable SQLException from, boolean retryable) {
        super(facts, cause);
        this.sqlState = from == null ? null : from.getSQLState();
        this.vendorCode = from == null ? 0 : from.getErrorCode();
        this.retryable = retryable;
    }

    /** Returns the kind: {@link ConflictKind#OTHER}. */
    public ConflictKind kind() {
        return ConflictKind.OTHER;
    }

    /** Returns the SQLSTATE; empty if the driver gave none. */
    public Optional<String> sqlState() {
        return Optional.ofNullable(sqlState);
    }

    /** Returns the driver's own code, 0 if it gave none. */
    public int vendorCode() {
        return vendorCode;
    }

    /** Returns whether the same transaction run again from its start may succeed: after a deadlock, a lock time-out. */
    public boolean isRetryable() {
        return retryable;
    }
}
