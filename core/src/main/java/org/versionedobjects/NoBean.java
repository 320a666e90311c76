package org.versionedobjects;

/** Why a mapper of getters cannot write what has fields of ours. */
final class NoBean {
    private NoBean() {}

    static UnsupportedOperationException refusal(ObjectType<?> type) {
        return new UnsupportedOperationException(
                "A " + type + " is no bean: its getters are not its fields, and without an"
                        + " envelope nobody could read it; give the mapper the module of a codec (ObjectCodec.module()), or write it"
                        + " with the codec");
    }
}
