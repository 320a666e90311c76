package org.versionedobjects;

import org.jspecify.annotations.Nullable;

/** A text that is no version, or a version that cannot stand where it was given. */
public final class InvalidVersionException extends VersionedObjectException {
    private static final long serialVersionUID = 1;

    /** Makes one from what is known where it is thrown. */
    public InvalidVersionException(Facts facts, @Nullable Throwable cause) {
        super(facts, cause);
    }

    static InvalidVersionException notAVersion(String text) {
        return new InvalidVersionException(Facts.expected("a version X.Y or X.Y.Z", Facts.show(text)), null);
    }
}
