package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;

/**
 * The database or the transaction takes no writes: a replica, a server that is set so, a transaction that was begun so.
 */
public final class ReadOnlyException extends StoreException {
    private static final long serialVersionUID = 1;

    ReadOnlyException(Facts facts, Failure failure, @Nullable Throwable cause) {
        super(facts, failure, cause);
    }
}
