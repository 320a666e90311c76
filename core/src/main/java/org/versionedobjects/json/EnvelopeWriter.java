package org.versionedobjects.json;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.FieldType;
import org.versionedobjects.NestedReference;
import org.versionedobjects.StateAccess;
import org.versionedobjects.UnknownFields;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;
import org.versionedobjects.compat.StepState;
import tools.jackson.core.JacksonException;
import tools.jackson.core.io.SerializedString;

/** Writes one tree of objects as envelopes. Confined to one thread and one document. */
final class EnvelopeWriter {
    private final TypeWriters writers;
    private @Nullable TypeWriter parent;

    EnvelopeWriter(TypeWriters writers) {
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
        TypeWriter writer = above == null
                ? writers.root(object.objectType())
                : writers.nested(object.objectType(), reference, above);
        write(object, writer, out);
        parent = above;
    }

    private void write(VersionedObject object, TypeWriter writer, EnvelopeSink out) {
        parent = writer;
        UnknownFields carried = writer.carries(StateAccess.carried(object));
        if (carried == null) {
            out.beginEnvelope(writer);
        } else {
            out.beginEnvelope(writer, new SerializedString(carried.version().toString()));
        }
        if (writer.steps == null) {
            writeFields(object, carried, writer, out);
        } else {
            writeFields(writer.steps.downgrade(object), writer, out);
        }
        out.endObject();
    }

    private void writeFields(
            VersionedObject object, @Nullable UnknownFields carried, TypeWriter writer, EnvelopeSink out) {
        for (TypeWriter.FieldWriter field : writer.fields) {
            if (StateAccess.isSet(object, field.slot())) {
                out.name(field.name());
                writeValue(StateAccess.value(object, field.slot()), writer, field, out);
            } else if (field.planned().isFilled()) {
                out.name(field.name());
                writeValue(field.planned().fill(), writer, field, out);
            }
        }
        if (carried != null) {
            carried.values().forEach((name, value) -> {
                out.name(name);
                out.writeAny(value);
            });
        }
        out.endObject();
        Changes changes = new Changes(writer.keys, out);
        for (TypeWriter.FieldWriter field : writer.fields) {
            if (StateAccess.isChanged(object, field.slot())) {
                changes.begin();
                out.writeText(field.name());
            }
        }
        if (carried != null) {
            carried.changed().forEach(name -> {
                changes.begin();
                out.writeText(name);
            });
        }
        changes.end();
    }

    private void writeFields(StepState state, TypeWriter writer, EnvelopeSink out) {
        for (TypeWriter.FieldWriter field : writer.fields) {
            if (state.isSet(field.slot())) {
                out.name(field.name());
                writeValue(state.value(field.slot()), writer, field, out);
            }
        }
        out.endObject();
        Changes changes = new Changes(writer.keys, out);
        for (TypeWriter.FieldWriter field : writer.fields) {
            if (state.isChanged(field.slot())) {
                changes.begin();
                out.writeText(field.name());
            }
        }
        changes.end();
    }

    private static void writeValue(
            @Nullable Object value, TypeWriter writer, TypeWriter.FieldWriter field, EnvelopeSink out) {
        try {
            if (!field.isRuled()) {
                writer.checkRuled(field);
            }
            write(field.type(), value, out);
        } catch (VersionedObjectException e) {
            VersionedObjectException located = e.within(field.field().name());
            throw field.isSecret() ? located.masked() : located;
        } catch (JacksonException e) {
            throw out.translated(e).within(field.field().name());
        }
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // slots hold what their field's type accepted
    private static <T extends @Nullable Object> void write(
            FieldType<T> type, @Nullable Object value, EnvelopeSink out) {
        type.write((T) value, out);
    }

    /** The list of names, which is there only if there is a name in it. */
    private static final class Changes {
        private final EnvelopeKeys keys;
        private final EnvelopeSink out;
        private boolean any;

        Changes(EnvelopeKeys keys, EnvelopeSink out) {
            this.keys = keys;
            this.out = out;
        }

        void begin() {
            if (!any) {
                out.name(keys.changes);
                out.beginList();
                any = true;
            }
        }

        void end() {
            if (any) {
                out.endList();
            }
        }
    }
}
