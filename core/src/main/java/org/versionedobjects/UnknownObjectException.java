package org.versionedobjects;

import org.jspecify.annotations.Nullable;

/** An object whose namespace and name no registered type has. */
public final class UnknownObjectException extends VersionedObjectException {
    private static final long serialVersionUID = 1;

    /** Makes one from what is known where it is thrown. */
    public UnknownObjectException(Facts facts, @Nullable Throwable cause) {
        super(facts, cause);
    }
}
