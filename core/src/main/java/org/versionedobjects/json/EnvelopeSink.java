package org.versionedobjects.json;

import org.versionedobjects.ValueWriter;
import org.versionedobjects.VersionedObjectException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.io.SerializedString;

/** A writer that also takes names and texts that were escaped before. */
interface EnvelopeSink extends ValueWriter {
    void name(SerializedString name);

    void writeText(SerializedString text);

    /** Writes all of an envelope that comes before its first field. */
    default void beginEnvelope(TypeWriter writer) {
        beginEnvelope(writer, writer.versionText);
    }

    /** Writes the same with another version. */
    default void beginEnvelope(TypeWriter writer, SerializedString version) {
        EnvelopeKeys keys = writer.keys;
        beginObject();
        name(keys.name);
        writeText(writer.name);
        name(keys.namespace);
        writeText(writer.namespace);
        name(keys.version);
        writeText(version);
        name(keys.data);
        beginObject();
    }

    /** Says in our words what Jackson found. */
    default VersionedObjectException translated(JacksonException e) {
        return JacksonFaults.translated(e);
    }
}
