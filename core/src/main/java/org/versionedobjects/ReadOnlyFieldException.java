package org.versionedobjects;

import org.jspecify.annotations.Nullable;

/** A read-only field that has its value already was to be changed. */
public final class ReadOnlyFieldException extends VersionedObjectException {
    private static final long serialVersionUID = 1;

    /** Makes one from what is known where it is thrown. */
    public ReadOnlyFieldException(Facts facts, @Nullable Throwable cause) {
        super(facts, cause);
    }
}
