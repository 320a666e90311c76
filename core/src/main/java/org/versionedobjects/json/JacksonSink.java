package org.versionedobjects.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.LimitExceededException;
import org.versionedobjects.NestedReference;
import org.versionedobjects.Profile;
import org.versionedobjects.VersionedObject;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/** Writes to a Jackson generator, within the limits that hold for parts of a document. */
class JacksonSink implements EnvelopeSink {
    private final JsonGenerator generator;
    private final EnvelopeWriter envelopes;
    private final Limits limits;
    private final NumberLimit numbers;
    private final Profile profile;
    private int depth;

    JacksonSink(JsonGenerator generator, EnvelopeWriter envelopes, Limits limits, Profile profile) {
        this.generator = generator;
        this.envelopes = envelopes;
        this.limits = limits;
        this.numbers = new NumberLimit(limits.numberDigits());
        this.profile = profile;
    }

    @Override
    public Profile profile() {
        return profile;
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
        limits.checkedText(name.getValue());
        generator.writeName(name);
    }

    @Override
    public void writeLong(long value) {
        numbers.check(value);
        generator.writeNumber(value);
    }

    @Override
    public void writeInteger(BigInteger value) {
        numbers.check(value);
        generator.writeNumber(value);
    }

    @Override
    public void writeDecimal(BigDecimal value) {
        numbers.check(value);
        generator.writeNumber(value);
    }

    @Override
    public void writeDouble(double value) {
        if (!Double.isFinite(value) && profile != Profile.OSLO) {
            throw InvalidValueException.expected("a finite number", value);
        }
        numbers.check(value);
        generator.writeNumber(value);
    }

    @Override
    public void writeText(String value) {
        generator.writeString(limits.checkedText(value));
    }

    @Override
    public void writeText(SerializedString text) {
        limits.checkedText(text.getValue());
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
