package org.versionedobjects.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.versionedobjects.NestedReference;
import org.versionedobjects.PrimitiveWriter;
import org.versionedobjects.Profile;
import org.versionedobjects.VersionedObject;
import tools.jackson.core.io.SerializedString;

/** Writes envelopes as plain maps and lists. */
final class PrimitiveSink extends PrimitiveWriter implements EnvelopeSink {
    private final EnvelopeWriter envelopes;
    private final Limits limits;
    private final NumberLimit numbers;
    private final PlainSize size;

    PrimitiveSink(EnvelopeWriter envelopes, Limits limits, Profile profile) {
        super(limits.depth(), profile);
        this.envelopes = envelopes;
        this.limits = limits;
        this.numbers = new NumberLimit(limits.numberDigits());
        this.size = new PlainSize(limits);
    }

    EnvelopeWriter envelopes() {
        return envelopes;
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
        size.addName(limits.checkedText(name));
        super.name(name);
    }

    @Override
    public void name(SerializedString name) {
        name(name.getValue());
    }

    @Override
    public void writeLong(long value) {
        numbers.check(value);
        size.addOther();
        super.writeLong(value);
    }

    @Override
    public void writeInteger(BigInteger value) {
        numbers.check(value);
        size.addOther();
        super.writeInteger(value);
    }

    @Override
    public void writeDecimal(BigDecimal value) {
        numbers.check(value);
        size.addOther();
        super.writeDecimal(value);
    }

    @Override
    public void writeDouble(double value) {
        numbers.check(value);
        size.addOther();
        super.writeDouble(value);
    }

    @Override
    public void writeText(String value) {
        size.addText(limits.checkedText(value).length());
        super.writeText(value);
    }

    @Override
    public void writeText(SerializedString text) {
        writeText(text.getValue());
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

    @Override
    public void writeNested(VersionedObject object, NestedReference reference) {
        envelopes.writeNested(object, reference, this);
    }
}
