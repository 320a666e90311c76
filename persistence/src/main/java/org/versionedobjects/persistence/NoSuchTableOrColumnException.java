package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;

/**
 * There is no such table or column: the mapping and the schema differ. {@link Table#verify} lists all differences.
 */
public final class NoSuchTableOrColumnException extends StoreException {
    private static final long serialVersionUID = 1;

    NoSuchTableOrColumnException(Facts facts, Failure failure, @Nullable Throwable cause) {
        super(facts, failure, cause);
    }
}
