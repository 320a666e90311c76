package org.versionedobjects.json;

import org.versionedobjects.NestedReference;
import org.versionedobjects.PrimitiveWriter;
import org.versionedobjects.Profile;
import org.versionedobjects.VersionedObject;
import tools.jackson.core.io.SerializedString;

/** Writes envelopes as plain maps and lists. */
final class PrimitiveSink extends PrimitiveWriter implements EnvelopeSink {
    private final EnvelopeWriter envelopes;
    private final Limits limits;

    PrimitiveSink(EnvelopeWriter envelopes, Limits limits, Profile profile) {
        super(limits.depth(), profile);
        this.envelopes = envelopes;
        this.limits = limits;
    }

    EnvelopeWriter envelopes() {
        return envelopes;
    }

    @Override
    public void name(SerializedString name) {
        name(name.getValue());
    }

    @Override
    public void writeText(String value) {
        super.writeText(limits.checkedText(value));
    }

    @Override
    public void writeText(SerializedString text) {
        super.writeText(text.getValue());
    }

    @Override
    public void writeNested(VersionedObject object, NestedReference reference) {
        envelopes.writeNested(object, reference, this);
    }
}
