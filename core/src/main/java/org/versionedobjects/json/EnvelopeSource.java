package org.versionedobjects.json;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.ValueReader;
import org.versionedobjects.VersionedObjectException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.io.SerializedString;

/** A reader that can put the value it stands on aside, to be read once more is known. */
interface EnvelopeSource extends ValueReader {
    /** Takes the value that stands here and returns a reader that stands on it. */
    EnvelopeSource setAside();

    /** Returns another reader that stands where this one does and leaves it there; null if it cannot be had for nothing. */
    default @Nullable EnvelopeSource fork() {
        return null;
    }

    /** Does what {@link #nextName()} does, faster if the name is the likely one. */
    default @Nullable String nextName(@Nullable SerializedString likely) {
        return nextName();
    }

    /** Returns whether null stands here. */
    default boolean isNull() {
        return kind() == Kind.NULL;
    }

    /** Takes a text that many documents have. */
    default String readKnownText() {
        return readText();
    }

    /** Says in our words what Jackson found. */
    default VersionedObjectException translated(JacksonException e) {
        return JacksonFaults.translated(e);
    }
}
