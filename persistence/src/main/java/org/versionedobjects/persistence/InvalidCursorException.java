package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.VersionedObjectException;

/** A text that is no cursor of a page, or one of another table or order. */
public final class InvalidCursorException extends VersionedObjectException {
    private static final long serialVersionUID = 1;

    InvalidCursorException(Facts facts, @Nullable Throwable cause) {
        super(facts, cause);
    }
}
