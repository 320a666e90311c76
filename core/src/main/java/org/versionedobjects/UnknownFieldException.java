package org.versionedobjects;

import org.jspecify.annotations.Nullable;

/** A field that the type does not have: a descriptor of another type, or an unknown name. */
public final class UnknownFieldException extends VersionedObjectException {
    private static final long serialVersionUID = 1;

    /** Makes one from what is known where it is thrown. */
    public UnknownFieldException(Facts facts, @Nullable Throwable cause) {
        super(facts, cause);
    }
}
