package org.versionedobjects.types;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;

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
    public T accept(T value) {
        return value;
    }

    InvalidValueException refused(@Nullable Object value) {
        return InvalidValueException.expected(description, value);
    }

    @Override
    public String toString() {
        return description;
    }
}
