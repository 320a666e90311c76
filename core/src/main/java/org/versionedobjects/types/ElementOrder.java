package org.versionedobjects.types;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.FieldType;

/**
 * The order of elements in a set: null, then as the elements compare if they are comparable with each other, otherwise by
 * the text of their primitive forms.
 */
final class ElementOrder {
    private ElementOrder() {}

    static <E extends @Nullable Object> List<E> sortedWithoutDuplicates(FieldType<E> type, List<E> elements) {
        List<E> sorted = new ArrayList<>(elements);
        sorted.sort(order(type, elements));
        List<E> distinct = new ArrayList<>(sorted.size());
        for (E each : sorted) {
            if (distinct.isEmpty() || !type.same(distinct.get(distinct.size() - 1), each)) {
                distinct.add(each);
            }
        }
        return distinct;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // elements of one class that compare with their like
    private static <E extends @Nullable Object> Comparator<E> order(FieldType<E> type, List<E> elements) {
        if (areComparable(elements)) {
            return (Comparator<E>)
                    Comparator.nullsFirst((Comparator<Object>) (Comparator<?>) Comparator.naturalOrder());
        }
        return Comparator.comparing(each -> each == null ? "" : String.valueOf(type.toPrimitive(each)));
    }

    private static boolean areComparable(List<?> elements) {
        Class<?> first = null;
        for (Object each : elements) {
            if (each != null) {
                if (!(each instanceof Comparable) || (first != null && first != each.getClass())) {
                    return false;
                }
                first = each.getClass();
            }
        }
        return true;
    }
}
