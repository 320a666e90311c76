package org.versionedobjects.json;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.NestedReference;
import org.versionedobjects.PrimitiveReader;
import org.versionedobjects.VersionedObject;

/** Reads envelopes from plain maps and lists. */
final class PrimitiveSource extends PrimitiveReader implements EnvelopeSource {
    private final EnvelopeReader envelopes;
    private final Limits limits;

    PrimitiveSource(@Nullable Object primitive, EnvelopeReader envelopes, Limits limits) {
        super(primitive, limits.depth(), envelopes.profile());
        this.envelopes = envelopes;
        this.limits = limits;
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
        return new PrimitiveSource(value(), envelopes, limits.withDepth(Math.max(1, depthLeft())));
    }
}
