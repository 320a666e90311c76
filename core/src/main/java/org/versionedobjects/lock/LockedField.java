package org.versionedobjects.lock;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.TypeDescription;

/**
 * One field as one version has it. Immutable and thread-safe.
 *
 * @param name what the version calls it
 * @param type what stands in it
 * @param isReadOnly whether it is set once
 * @param isSecret whether its values are masked
 * @param defaultValue its default, null if there is none
 * @param from the mixin or parent type that it comes from; null if it is the type's own
 */
public record LockedField(
        String name,
        TypeDescription type,
        boolean isReadOnly,
        boolean isSecret,
        @Nullable Default defaultValue,
        @Nullable String from) {
    /** Checks that there are a name and a type. */
    public LockedField {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }

    /**
     * A default, which may be null.
     *
     * @param primitive the value as JSON would hold it; {@code ***} if the field is secret
     */
    public record Default(@Nullable Object primitive) {
        /** Puts numbers into their one form. */
        public Default {
            primitive = Primitives.canonical(primitive);
        }
    }
}
