package org.versionedobjects;

import org.jspecify.annotations.Nullable;

/** The stream that a document is read from, or written to, failed; the cause says why. */
public final class StreamFailedException extends VersionedObjectException {
    private static final long serialVersionUID = 1;

    /** Makes one from what is known where it is thrown. */
    public StreamFailedException(Facts facts, @Nullable Throwable cause) {
        super(facts, cause);
    }
}
