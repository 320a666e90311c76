package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;

/**
 * The data changed since the transaction began, and its isolation does not allow to go on. Run again, it may succeed.
 */
public final class SerializationException extends StoreException {
    private static final long serialVersionUID = 1;

    SerializationException(Facts facts, Failure failure, @Nullable Throwable cause) {
        super(facts, failure, cause);
    }
}
