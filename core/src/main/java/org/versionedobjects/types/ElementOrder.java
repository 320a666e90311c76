package org.versionedobjects.types;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.FieldType;

/**
 * The order of the elements of a set: null, then by natural order if all are of one class that has one, else by their
 * plain Java form.
 */
final class ElementOrder<E extends @Nullable Object> {
    private final FieldType<E> element;
    private final Comparator<E> byForm;

    ElementOrder(FieldType<E> element) {
        this.element = element;
        this.byForm =
                (one, other) -> PrimitiveOrder.INSTANCE.compare(element.toPrimitive(one), element.toPrimitive(other));
    }

    /** Returns the elements in order, of those that are the same only the first. */
    List<E> distinct(List<E> given) {
        Comparator<E> rough = isComparable(given) ? ElementOrder::compareNaturally : byForm;
        List<E> sorted = new ArrayList<>(given);
        sorted.sort(rough.thenComparing(byForm));
        List<E> distinct = new ArrayList<>(sorted.size());
        for (E each : sorted) {
            if (!isLast(distinct, each, rough)) {
                distinct.add(each);
            }
        }
        return distinct;
    }

    /** Returns whether one of the last elements, those that compare as equal to this one, is the same. */
    private boolean isLast(List<E> distinct, E each, Comparator<E> rough) {
        for (int i = distinct.size() - 1; i >= 0 && rough.compare(distinct.get(i), each) == 0; i--) {
            if (isSame(distinct.get(i), each)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSame(E one, E other) {
        return (one == null || other == null) ? one == other : element.same(one, other);
    }

    private static boolean isComparable(List<?> elements) {
        Class<?> common = null;
        for (Object each : elements) {
            if (each != null && (!(each instanceof Comparable) || (common != null && common != each.getClass()))) {
                return false;
            }
            common = each == null ? common : each.getClass();
        }
        return true;
    }

    @SuppressWarnings("unchecked") // asked for elements of one class only
    private static int compareNaturally(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        return ((Comparable<Object>) one).compareTo(other);
    }
}
