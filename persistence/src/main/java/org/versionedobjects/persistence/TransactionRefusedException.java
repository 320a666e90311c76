package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.VersionedObjectException;

/**
 * A transaction cannot do what was asked of it: write inside a read, a savepoint outside a write, a save in a
 * transaction whose end nobody would hear of. Thrown before any statement.
 */
public final class TransactionRefusedException extends VersionedObjectException {
    private static final long serialVersionUID = 1;

    TransactionRefusedException(Facts facts, @Nullable Throwable cause) {
        super(facts, cause);
    }
}
