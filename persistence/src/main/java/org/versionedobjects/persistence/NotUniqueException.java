package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.VersionedObjectException;

/** More than one row has the value that was asked for: the field does not tell one row from another. */
public final class NotUniqueException extends VersionedObjectException {
    private static final long serialVersionUID = 1;

    NotUniqueException(Facts facts, @Nullable Throwable cause) {
        super(facts, cause);
    }
}
