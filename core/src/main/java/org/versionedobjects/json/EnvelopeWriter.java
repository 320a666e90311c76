package org.versionedobjects.json;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.FieldType;
import org.versionedobjects.NestedReference;
import org.versionedobjects.StateAccess;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;
import tools.jackson.core.JacksonException;

/** Writes one tree of objects as envelopes. Confined to one thread and one document. */
final class EnvelopeWriter {
    private final EnvelopeKeys keys;
    private final TypeWriters writers;
    private @Nullable TypeWriter parent;

    EnvelopeWriter(EnvelopeKeys keys, TypeWriters writers) {
        this.keys = keys;
        this.writers = writers;
    }

    void writeRoot(VersionedObject object, EnvelopeSink out) {
        try {
            write(object, writers.root(object.objectType()), out);
        } catch (VersionedObjectException e) {
            throw e.of(object.objectType());
        }
    }

    void writeNested(VersionedObject object, NestedReference reference, EnvelopeSink out) {
        TypeWriter above = parent;
        if (above == null) {
            throw new IllegalStateException("An object is nested in nothing");
        }
        write(object, writers.nested(object.objectType(), reference, above), out);
        parent = above;
    }

    private void write(VersionedObject object, TypeWriter writer, EnvelopeSink out) {
        parent = writer;
        out.beginObject();
        out.name(keys.name);
        out.writeText(writer.name);
        out.name(keys.namespace);
        out.writeText(writer.namespace);
        out.name(keys.version);
        out.writeText(writer.versionText);
        out.name(keys.data);
        out.beginObject();
        for (TypeWriter.FieldWriter field : writer.fields) {
            if (StateAccess.isSet(object, field.slot())) {
                out.name(field.name());
                writeValue(object, writer, field, out);
            }
        }
        out.endObject();
        writeChanges(object, writer, out);
        out.endObject();
    }

    private static void writeValue(
            VersionedObject object, TypeWriter writer, TypeWriter.FieldWriter field, EnvelopeSink out) {
        try {
            if (!field.isRuled()) {
                writer.checkRuled(field.field());
            }
            write(field.field().type(), StateAccess.value(object, field.slot()), out);
        } catch (VersionedObjectException e) {
            VersionedObjectException located = e.within(field.field().name());
            throw field.field().spec().isSecret() ? located.masked() : located;
        } catch (JacksonException e) {
            throw JacksonFaults.translated(e).within(field.field().name());
        }
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // slots hold what their field's type accepted
    private static <T extends @Nullable Object> void write(
            FieldType<T> type, @Nullable Object value, EnvelopeSink out) {
        type.write((T) value, out);
    }

    private void writeChanges(VersionedObject object, TypeWriter writer, EnvelopeSink out) {
        boolean any = false;
        for (TypeWriter.FieldWriter field : writer.fields) {
            if (StateAccess.isChanged(object, field.slot())) {
                if (!any) {
                    out.name(keys.changes);
                    out.beginList();
                    any = true;
                }
                out.writeText(field.name());
            }
        }
        if (any) {
            out.endList();
        }
    }
}
