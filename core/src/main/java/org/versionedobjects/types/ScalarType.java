package org.versionedobjects.types;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.Profile;
import org.versionedobjects.ValueReader;

/** What types of single values have in common: a name, and refusing what they cannot take. */
abstract class ScalarType<T> implements FieldType<T> {
    private final String description;

    ScalarType(String description) {
        this.description = description;
    }

    @Override
    public String describe() {
        return description;
    }

    @Override
    @SuppressWarnings("NullAway") // null is refused, not dereferenced
    public T accept(T value) {
        if (value == null) {
            throw refused(null);
        }
        return value;
    }

    @Override
    public final T coerce(@Nullable Object value) {
        return coerce(value, Profile.STRICT);
    }

    @Override
    public final T coerce(@Nullable Object value, Profile profile) {
        if (value == null) {
            throw refused(null);
        }
        return profile == Profile.OSLO ? coerceOslo(value) : coerceStrict(value);
    }

    /** Accepts what loses nothing and refuses the rest. */
    abstract T coerceStrict(Object value);

    /** Does as the field type of oslo.versionedobjects does. Default: for types that oslo has not, the strict rules. */
    T coerceOslo(Object value) {
        return coerceStrict(value);
    }

    /** Takes what stands there as an untyped value, since oslo's fields coerce whatever an envelope holds. */
    final T readOslo(ValueReader in) {
        Object plain = in.readAny();
        return coerce(plain, Profile.OSLO);
    }

    InvalidValueException refused(@Nullable Object value) {
        return InvalidValueException.expected(description, value);
    }

    @Override
    public String toString() {
        return description;
    }
}
