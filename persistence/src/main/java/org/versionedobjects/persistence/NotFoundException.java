package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.VersionedObjectException;

/** No row has the value that was asked for. */
public final class NotFoundException extends VersionedObjectException {
    private static final long serialVersionUID = 1;

    NotFoundException(Facts facts, @Nullable Throwable cause) {
        super(facts, cause);
    }
}
