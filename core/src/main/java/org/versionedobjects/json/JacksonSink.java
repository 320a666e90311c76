package org.versionedobjects.json;

import org.versionedobjects.InvalidValueException;
import org.versionedobjects.LimitExceededException;
import org.versionedobjects.NestedReference;
import org.versionedobjects.VersionedObject;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/** Writes to a Jackson generator, within the limits. */
final class JacksonSink implements EnvelopeSink {
    private final JsonGenerator generator;
    private final EnvelopeWriter envelopes;
    private final Limits limits;
    private int depth;

    JacksonSink(JsonGenerator generator, EnvelopeWriter envelopes, Limits limits) {
        this.generator = generator;
        this.envelopes = envelopes;
        this.limits = limits;
    }

    @Override
    public void beginObject() {
        deeper();
        generator.writeStartObject();
    }

    @Override
    public void beginList() {
        deeper();
        generator.writeStartArray();
    }

    EnvelopeWriter envelopes() {
        return envelopes;
    }

    private void deeper() {
        if (++depth > limits.depth()) {
            throw LimitExceededException.tooDeep(limits.depth());
        }
    }

    @Override
    public void endObject() {
        depth--;
        generator.writeEndObject();
    }

    @Override
    public void endList() {
        depth--;
        generator.writeEndArray();
    }

    @Override
    public void name(String name) {
        generator.writeName(limits.checkedText(name));
    }

    @Override
    public void name(SerializedString name) {
        generator.writeName(name);
    }

    @Override
    public void writeLong(long value) {
        generator.writeNumber(value);
    }

    @Override
    public void writeDouble(double value) {
        if (!Double.isFinite(value)) {
            throw InvalidValueException.expected("a finite number", value);
        }
        generator.writeNumber(value);
    }

    @Override
    public void writeText(String value) {
        generator.writeString(limits.checkedText(value));
    }

    @Override
    public void writeText(SerializedString text) {
        generator.writeString(text);
    }

    @Override
    public void writeBoolean(boolean value) {
        generator.writeBoolean(value);
    }

    @Override
    public void writeNull() {
        generator.writeNull();
    }

    @Override
    public void writeNested(VersionedObject object, NestedReference reference) {
        envelopes.writeNested(object, reference, this);
    }
}
