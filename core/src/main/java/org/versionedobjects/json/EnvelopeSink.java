package org.versionedobjects.json;

import org.versionedobjects.ValueWriter;
import org.versionedobjects.VersionedObjectException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.io.SerializedString;

/** A writer that also takes names and texts that were escaped before. */
interface EnvelopeSink extends ValueWriter {
    void name(SerializedString name);

    void writeText(SerializedString text);

    /** Says in our words what Jackson found. */
    default VersionedObjectException translated(JacksonException e) {
        return JacksonFaults.translated(e);
    }
}
