package org.versionedobjects;

import org.jspecify.annotations.Nullable;

/** A change was to be undone whose earlier value nobody knows, since the object came with it from elsewhere. */
public final class UnknownBaselineException extends VersionedObjectException {
    private static final long serialVersionUID = 1;

    /** Makes one from what is known where it is thrown. */
    public UnknownBaselineException(Facts facts, @Nullable Throwable cause) {
        super(facts, cause);
    }
}
