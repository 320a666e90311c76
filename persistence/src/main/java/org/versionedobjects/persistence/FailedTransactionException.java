package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.VersionedObjectException;

/**
 * A transaction or savepoint in which a statement failed was to go on, or to be committed. It is rolled back instead,
 * since not every database could store what came before. The cause is the first failure.
 */
public final class FailedTransactionException extends VersionedObjectException {
    private static final long serialVersionUID = 1;

    FailedTransactionException(Facts facts, @Nullable Throwable cause) {
        super(facts, cause);
    }
}
