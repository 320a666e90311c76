package org.versionedobjects;

import org.jspecify.annotations.Nullable;

/** A value that its field's type does not accept: the wrong kind, out of range, null where null is not allowed. */
public final class InvalidValueException extends VersionedObjectException {
    private static final long serialVersionUID = 1;

    /** Makes one from what is known where it is thrown. */
    public InvalidValueException(Facts facts, @Nullable Throwable cause) {
        super(facts, cause);
    }

    /** Returns one that says what was expected and shows the value that was there. */
    public static InvalidValueException expected(String expected, @Nullable Object was) {
        return new InvalidValueException(Facts.expected(expected, Facts.show(was)), null);
    }
}
