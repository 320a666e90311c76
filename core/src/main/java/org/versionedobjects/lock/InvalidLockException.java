package org.versionedobjects.lock;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.VersionedObjectException;

/**
 * A lock file that cannot be used: not readable, empty, cut off, with conflict markers, of a format that is not known here,
 * changed by hand. The problem names the file; object, version and path say where in it, as far as that is known.
 */
public final class InvalidLockException extends VersionedObjectException {
    private static final long serialVersionUID = 1;

    /** Makes one from what is known where it is thrown. */
    public InvalidLockException(Facts facts, @Nullable Throwable cause) {
        super(facts, cause);
    }
}
