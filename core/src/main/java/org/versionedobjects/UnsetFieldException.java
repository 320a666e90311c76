package org.versionedobjects;

import org.jspecify.annotations.Nullable;

/** A field was read that is not set, and nothing could load it. */
public final class UnsetFieldException extends VersionedObjectException {
    private static final long serialVersionUID = 1;

    /** Makes one from what is known where it is thrown. */
    public UnsetFieldException(Facts facts, @Nullable Throwable cause) {
        super(facts, cause);
    }
}
