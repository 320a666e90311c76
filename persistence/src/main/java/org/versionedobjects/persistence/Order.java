package org.versionedobjects.persistence;

import java.util.Objects;
import org.versionedobjects.Field;

/**
 * In which order rows come, by one field: {@code Order.descending(Timestamps.CREATED_AT).nullsLast()}. For {@link
 * Query#orderBy}.
 *
 * <p>Null is less than any value unless something else is said: first where values ascend, last where they descend, on
 * every engine. An engine whose indexes have null greater than any value can use them for {@code
 * ascending(…).nullsLast()} and {@code descending(…).nullsFirst()} only; the guide says which. Values come as the column orders what it holds.
 *
 * <p>Immutable and thread-safe.
 */
public final class Order {
    private final Field<?> field;
    private final boolean descending;
    private final boolean nullsFirst;

    private Order(Field<?> field, boolean descending, boolean nullsFirst) {
        this.field = Objects.requireNonNull(field, "field");
        this.descending = descending;
        this.nullsFirst = nullsFirst;
    }

    /** Returns the order from the least value to the greatest. */
    public static Order ascending(Field<?> field) {
        return new Order(field, false, true);
    }

    /** Returns the order from the greatest value to the least. */
    public static Order descending(Field<?> field) {
        return new Order(field, true, false);
    }

    /** Returns this order with null before all values. */
    public Order nullsFirst() {
        return new Order(field, descending, true);
    }

    /** Returns this order with null after all values. */
    public Order nullsLast() {
        return new Order(field, descending, false);
    }

    Field<?> field() {
        return field;
    }

    boolean isDescending() {
        return descending;
    }

    boolean isNullsFirst() {
        return nullsFirst;
    }

    /** Returns the order for people: {@code size descending, nulls last}. */
    @Override
    public String toString() {
        return field.name() + (descending ? " descending" : " ascending") + ", nulls "
                + (nullsFirst ? "first" : "last");
    }
}
