package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;

/**
 * The server runs but does not serve: it starts, stops, or has lost its cluster. Run again, later or on another server,
 * the transaction may succeed.
 */
public final class NotReadyException extends StoreException {
    private static final long serialVersionUID = 1;

    NotReadyException(Facts facts, Failure failure, @Nullable Throwable cause) {
        super(facts, failure, cause);
    }
}
