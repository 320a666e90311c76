package org.versionedobjects.types;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An order of plain Java values: null, booleans, numbers by value, texts, lists by their elements, maps by their sorted
 * entries.
 */
final class PrimitiveOrder implements Comparator<@Nullable Object> {
    static final PrimitiveOrder INSTANCE = new PrimitiveOrder();

    private PrimitiveOrder() {}

    @Override
    public int compare(@Nullable Object one, @Nullable Object other) {
        int byKind = Integer.compare(rank(one), rank(other));
        return byKind != 0 || one == null || other == null ? byKind : compareSameKind(one, other);
    }

    private static int rank(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof Boolean) {
            return 1;
        }
        if (value instanceof Number) {
            return 2;
        }
        if (value instanceof List) {
            return 4;
        }
        return value instanceof Map ? 5 : 3;
    }

    private int compareSameKind(Object one, Object other) {
        if (one instanceof Boolean bool) {
            return bool.compareTo((Boolean) other);
        }
        if (one instanceof Number number) {
            return compareNumbers(number, (Number) other);
        }
        if (one instanceof List<?> list) {
            return compareAll(list, (List<?>) other);
        }
        if (one instanceof Map<?, ?> map) {
            return compareMaps(map, (Map<?, ?>) other);
        }
        return one.toString().compareTo(other.toString());
    }

    private static int compareNumbers(Number one, Number other) {
        if (isSpecial(one) || isSpecial(other)) {
            return Double.compare(one.doubleValue(), other.doubleValue());
        }
        return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString()));
    }

    /** Returns whether it is NaN or an infinity, which only a double can be. */
    private static boolean isSpecial(Number number) {
        return number instanceof Double && !Double.isFinite(number.doubleValue());
    }

    private int compareMaps(Map<?, ?> one, Map<?, ?> other) {
        Map<?, ?> sorted = new TreeMap<>(one);
        Map<?, ?> others = new TreeMap<>(other);
        int byKeys = compareAll(sorted.keySet(), others.keySet());
        return byKeys != 0 ? byKeys : compareAll(sorted.values(), others.values());
    }

    private int compareAll(Iterable<?> one, Iterable<?> other) {
        Iterator<?> others = other.iterator();
        for (Object each : one) {
            int byElement = others.hasNext() ? compare(each, others.next()) : 1;
            if (byElement != 0) {
                return byElement;
            }
        }
        return others.hasNext() ? -1 : 0;
    }
}
