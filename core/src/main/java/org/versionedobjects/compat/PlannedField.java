package org.versionedobjects.compat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.FieldType;

/**
 * One field as a version has it. Immutable and thread-safe.
 *
 * @param field the descriptor
 * @param slot where objects keep it
 * @param name what the version calls it
 * @param type writes the newest form of a value as the version knows it, and reads what the version knows into the newest
 *     form; where the plan has steps, the version's form itself
 * @param isFilled whether an object in which it is unset is written with {@code fill}
 * @param fill what is written then, in the newest form
 */
public record PlannedField(
        Field<?> field,
        int slot,
        String name,
        FieldType<?> type,
        boolean isFilled,
        @Nullable Object fill) {
    /** Checks that all is there. */
    public PlannedField {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }

    /** Returns whether the version has the field as the newest version has it. */
    boolean isAsNow() {
        return name.equals(field.name()) && type == field.type() && !isFilled;
    }
}
