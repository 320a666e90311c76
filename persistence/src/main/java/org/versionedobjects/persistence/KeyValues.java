package org.versionedobjects.persistence;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row has in some columns, none of it null. Equal to another one if the database would say so; immutable. */
final class KeyValues {
    private final List<Object> values;
    private final List<Object> identity;

    private KeyValues(List<Object> values) {
        this.values = values;
        this.identity = values.stream().map(KeyValues::identity).toList();
    }

    static KeyValues of(Collection<?> values) {
        return new KeyValues(List.copyOf(values));
    }

    private static Object identity(Object value) {
        if (value instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }

    /** Returns the values, as parameters of a statement. */
    List<Object> values() {
        return values;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyValues that && identity.equals(that.identity);
    }

    @Override
    public int hashCode() {
        return identity.hashCode();
    }
}
