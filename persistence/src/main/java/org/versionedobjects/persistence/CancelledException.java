package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;

/**
 * The statement was cancelled by somebody, or by a limit on its time.
 */
public final class CancelledException extends StoreException {
    private static final long serialVersionUID = 1;

    CancelledException(Facts facts, Failure failure, @Nullable Throwable cause) {
        super(facts, failure, cause);
    }
}
