package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;

/**
 * Two transactions waited for each other, and the server rolled this one back. Run again, it may succeed.
 */
public final class DeadlockException extends StoreException {
    private static final long serialVersionUID = 1;

    DeadlockException(Facts facts, Failure failure, @Nullable Throwable cause) {
        super(facts, failure, cause);
    }
}
