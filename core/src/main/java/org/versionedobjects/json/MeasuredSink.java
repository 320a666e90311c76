package org.versionedobjects.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.versionedobjects.Profile;
import org.versionedobjects.VersionedObjectException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/**
 * Writes to a generator of the application's, which knows nothing of the limit on documents: one object counts as a
 * document, measured as plain maps and lists are. Confined to one object.
 */
final class MeasuredSink extends JacksonSink {
    private final PlainSize size;

    MeasuredSink(JsonGenerator generator, EnvelopeWriter envelopes, Limits limits, Profile profile) {
        super(generator, envelopes, limits, profile);
        this.size = new PlainSize(limits);
    }

    @Override
    public VersionedObjectException translated(JacksonException e) {
        return JacksonFaults.translatedFromOpen(e);
    }

    @Override
    public void beginObject() {
        size.addContainer();
        super.beginObject();
    }

    @Override
    public void beginList() {
        size.addContainer();
        super.beginList();
    }

    @Override
    public void name(String name) {
        size.addName(name);
        super.name(name);
    }

    @Override
    public void name(SerializedString name) {
        size.addName(name.getValue());
        super.name(name);
    }

    @Override
    public void writeLong(long value) {
        size.addOther();
        super.writeLong(value);
    }

    @Override
    public void writeInteger(BigInteger value) {
        size.addOther();
        super.writeInteger(value);
    }

    @Override
    public void writeDecimal(BigDecimal value) {
        size.addOther();
        super.writeDecimal(value);
    }

    @Override
    public void writeDouble(double value) {
        size.addOther();
        super.writeDouble(value);
    }

    @Override
    public void writeText(String value) {
        size.addText(value.length());
        super.writeText(value);
    }

    @Override
    public void writeText(SerializedString text) {
        size.addText(text.getValue().length());
        super.writeText(text);
    }

    @Override
    public void writeBoolean(boolean value) {
        size.addOther();
        super.writeBoolean(value);
    }

    @Override
    public void writeNull() {
        size.addOther();
        super.writeNull();
    }
}
