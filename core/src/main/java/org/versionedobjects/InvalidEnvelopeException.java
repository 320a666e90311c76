package org.versionedobjects;

import org.jspecify.annotations.Nullable;

/** JSON that is no envelope of a versioned object, or not of the expected one: keys missing, twice, or of the wrong kind. */
public final class InvalidEnvelopeException extends VersionedObjectException {
    private static final long serialVersionUID = 1;

    /** Makes one from what is known where it is thrown. */
    public InvalidEnvelopeException(Facts facts, @Nullable Throwable cause) {
        super(facts, cause);
    }
}
