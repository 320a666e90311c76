package org.versionedobjects;

import org.jspecify.annotations.Nullable;

/** What generics would forbid, as raw types and reflection do it: heap pollution on purpose. */
final class Untyped {
    private Untyped() {}

    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"}) // a lie, that is the point
    static <T> T as(@Nullable Object value) {
        return (T) value;
    }
}
