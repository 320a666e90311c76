package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;

/**
 * Another transaction holds a lock that was not free in time. Run again, the transaction may succeed.
 */
public final class LockTimeoutException extends StoreException {
    private static final long serialVersionUID = 1;

    LockTimeoutException(Facts facts, Failure failure, @Nullable Throwable cause) {
        super(facts, failure, cause);
    }
}
