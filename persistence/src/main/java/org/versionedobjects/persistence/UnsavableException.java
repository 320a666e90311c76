package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.VersionedObjectException;

/**
 * An object is in no state to be saved: its key or generation is unset or was changed, a generated key is set already,
 * an object that it refers to was not saved. Thrown before any statement; the object is as before.
 */
public final class UnsavableException extends VersionedObjectException {
    private static final long serialVersionUID = 1;

    UnsavableException(Facts facts, @Nullable Throwable cause) {
        super(facts, cause);
    }
}
