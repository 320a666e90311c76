package org.versionedobjects.json;

import org.versionedobjects.ValueWriter;
import tools.jackson.core.io.SerializedString;

/** A writer that also takes names and texts that were escaped before. */
interface EnvelopeSink extends ValueWriter {
    void name(SerializedString name);

    void writeText(SerializedString text);
}
