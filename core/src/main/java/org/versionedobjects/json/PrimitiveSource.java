package org.versionedobjects.json;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.NestedReference;
import org.versionedobjects.PrimitiveReader;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;

/** Reads envelopes from plain maps and lists. */
final class PrimitiveSource extends PrimitiveReader implements EnvelopeSource {
    private final EnvelopeReader envelopes;
    private final Limits limits;
    private final @Nullable FaultCollector faults;

    PrimitiveSource(@Nullable Object primitive, EnvelopeReader envelopes, Limits limits) {
        this(primitive, envelopes, limits, envelopes.newCollector());
    }

    private PrimitiveSource(
            @Nullable Object primitive, EnvelopeReader envelopes, Limits limits, @Nullable FaultCollector faults) {
        super(primitive, limits.depth(), envelopes.profile());
        this.envelopes = envelopes;
        this.limits = limits;
        this.faults = faults;
    }

    @Override
    public String readText() {
        return limits.checkedText(super.readText());
    }

    @Override
    public VersionedObject readNested(NestedReference reference) {
        return envelopes.readNested(this, reference);
    }

    @Override
    public EnvelopeSource setAside() {
        return new PrimitiveSource(value(), envelopes, limits.withDepth(Math.max(1, depthLeft())), faults);
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
