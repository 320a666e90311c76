package org.versionedobjects;

import org.jspecify.annotations.Nullable;

/** A version that cannot be read or written here: another major, a newer minor, a target above the object. */
public final class IncompatibleVersionException extends VersionedObjectException {
    private static final long serialVersionUID = 1;

    /** Makes one from what is known where it is thrown. */
    public IncompatibleVersionException(Facts facts, @Nullable Throwable cause) {
        super(facts, cause);
    }
}
