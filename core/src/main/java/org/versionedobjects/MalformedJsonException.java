package org.versionedobjects;

import org.jspecify.annotations.Nullable;

/** Text that is not JSON, ends too early, or goes on after its end. */
public final class MalformedJsonException extends VersionedObjectException {
    private static final long serialVersionUID = 1;

    /** Makes one from what is known where it is thrown. */
    public MalformedJsonException(Facts facts, @Nullable Throwable cause) {
        super(facts, cause);
    }
}
