package org.versionedobjects.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.NestedReference;
import org.versionedobjects.PrimitiveReader;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;

/** Reads envelopes from plain maps and lists. */
final class PrimitiveSource extends PrimitiveReader implements EnvelopeSource {
    private final EnvelopeReader envelopes;
    private final Limits limits;
    private final NumberLimit numbers;
    private final PlainSize size;
    private final @Nullable FaultCollector faults;

    PrimitiveSource(@Nullable Object primitive, EnvelopeReader envelopes, Limits limits) {
        this(primitive, envelopes, limits, envelopes.newCollector());
    }

    PrimitiveSource(
            @Nullable Object primitive, EnvelopeReader envelopes, Limits limits, @Nullable FaultCollector faults) {
        super(primitive, limits.depth(), envelopes.profile());
        this.envelopes = envelopes;
        this.limits = limits;
        this.numbers = new NumberLimit(limits.numberDigits());
        this.size = new PlainSize(limits);
        this.faults = faults;
    }

    private PrimitiveSource(PrimitiveSource other) {
        super(other);
        this.envelopes = other.envelopes;
        this.limits = other.limits;
        this.numbers = other.numbers;
        this.size = other.size;
        this.faults = other.faults;
    }

    @Override
    public void beginObject() {
        super.beginObject();
        size.addContainer();
    }

    @Override
    public @Nullable String nextName() {
        String name = super.nextName();
        if (name != null) {
            size.addName(limits.checkedText(name));
        }
        return name;
    }

    @Override
    public void beginList() {
        super.beginList();
        size.addContainer();
    }

    @Override
    public long readLong() {
        takeNumber();
        return super.readLong();
    }

    @Override
    public double readDouble() {
        takeNumber();
        return super.readDouble();
    }

    /** What is none of its class is read as a smaller one. */
    @Override
    public BigInteger readInteger() {
        if (value() instanceof BigInteger) {
            takeNumber();
        }
        return super.readInteger();
    }

    /** What is an integer is read as one. */
    @Override
    public BigDecimal readDecimal() {
        if (kind() == Kind.DECIMAL) {
            takeNumber();
        }
        return super.readDecimal();
    }

    private void takeNumber() {
        if (value() instanceof Number number) {
            numbers.check(number);
            size.addOther();
        }
    }

    @Override
    public String readText() {
        String text = super.readText();
        size.addText(limits.checkedText(text).length());
        return text;
    }

    @Override
    public boolean readBoolean() {
        size.addOther();
        return super.readBoolean();
    }

    @Override
    public void readNull() {
        size.addOther();
        super.readNull();
    }

    @Override
    public VersionedObject readNested(NestedReference reference) {
        return envelopes.readNested(this, reference);
    }

    @Override
    public EnvelopeSource setAside() {
        return new PrimitiveSource(this);
    }

    @Override
    public VersionedObjectException collect(
            @Nullable VersionedObjectException before, VersionedObjectException fault, int depth) {
        if (faults == null) {
            throw fault;
        }
        VersionedObjectException all = faults.collect(before, fault);
        stepOutTo(depth);
        return all;
    }
}
