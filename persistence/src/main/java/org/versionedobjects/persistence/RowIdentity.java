package org.versionedobjects.persistence;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values by which rows are told apart, equal where databases find them equal: bytes by their content, decimals whatever
 * their scale is, zero whatever its sign is. What is equal to a column's collation, or but for the blanks that it pads
 * with, only the database knows.
 *
 * @param values in the order of their columns
 */
record RowIdentity(List<@Nullable Object> values) {

    static RowIdentity of(Collection<? extends @Nullable Object> values) {
        List<@Nullable Object> comparable = new ArrayList<>(values.size());
        values.forEach(value -> comparable.add(comparable(value)));
        return new RowIdentity(comparable);
    }

    /** Returns the key that the row of a plan must have; of an insert it is empty. */
    static RowIdentity keyOf(SavePlan plan) {
        return of(ParameterList.key(plan).values());
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        return value instanceof Double number && number == 0 ? Double.valueOf(0) : value;
    }
}
