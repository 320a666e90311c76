package org.versionedobjects.json;

import org.versionedobjects.ValueReader;
import org.versionedobjects.VersionedObjectException;
import tools.jackson.core.JacksonException;

/** A reader that can put the value it stands on aside, to be read once more is known. */
interface EnvelopeSource extends ValueReader {
    /** Takes the value that stands here and returns a reader that stands on it. */
    EnvelopeSource setAside();

    /** Says in our words what Jackson found. */
    default VersionedObjectException translated(JacksonException e) {
        return JacksonFaults.translated(e);
    }
}
