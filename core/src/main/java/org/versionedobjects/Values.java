package org.versionedobjects;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads values by field descriptor: an object, the state before or after its changes, a snapshot.
 *
 * <p>Each field is <em>unset</em>, <em>null</em> or <em>a value</em>; the methods differ only in how they answer the
 * first two.
 */
public interface Values {

    /** Returns whether the field holds a value or null. */
    boolean isSet(Field<?> field);

    /**
     * Returns the value of a field, null if it is set to null.
     *
     * @throws UnsetFieldException if the field is not set (and, on an object, no loader could fill it)
     * @throws UnknownFieldException if the field belongs to another type
     */
    <T extends @Nullable Object> T get(Field<T> field);

    /**
     * Returns the value of a field, or the given one if the field is <em>unset</em>. A field that is set to null
     * answers null.
     */
    default <T extends @Nullable Object> T getOr(Field<T> field, T whenUnset) {
        return isSet(field) ? get(field) : whenUnset;
    }

    /** Returns the value of a field; empty if the field is unset or null. */
    default <T> Optional<T> find(Field<? extends @Nullable T> field) {
        if (!isSet(field)) {
            return Optional.empty();
        }
        @Nullable T value = get(field);
        return Optional.ofNullable(value);
    }
}
