package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;

/**
 * No connection could be opened, or it was lost before the transaction was to be committed: nothing of it is stored. Run
 * again, on another connection, it may succeed.
 */
public final class ConnectionLostException extends StoreException {
    private static final long serialVersionUID = 1;

    ConnectionLostException(Facts facts, Failure failure, @Nullable Throwable cause) {
        super(facts, failure, cause);
    }
}
