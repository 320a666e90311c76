package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;

/**
 * The connection was lost while the database was asked to commit, or during a statement that commits by itself: it is
 * stored or not, and nobody knows. It is never tried again by itself. Objects are as before; refresh them to learn what
 * their rows hold.
 */
public final class OutcomeUnknownException extends StoreException {
    private static final long serialVersionUID = 1;

    OutcomeUnknownException(Facts facts, Failure failure, @Nullable Throwable cause) {
        super(facts, failure, cause);
    }
}
