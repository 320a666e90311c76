package org.versionedobjects.golden;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sorts lists that stand for sets: oslo writes those in any order. */
final class Unordered {
    private Unordered() {}

    /** Returns the primitive form of a value with the elements of its sets sorted by text. */
    static Object sets(Object primitive, Object value) {
        if (value instanceof Set<?> && primitive instanceof List<?> list) {
            List<Object> sorted = new ArrayList<>(list);
            sorted.sort(Comparator.comparing(String::valueOf));
            return sorted;
        }
        if (value instanceof List<?> values && primitive instanceof List<?> list && values.size() == list.size()) {
            List<Object> sorted = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                sorted.add(sets(list.get(i), values.get(i)));
            }
            return sorted;
        }
        if (value instanceof Map<?, ?> values && primitive instanceof Map<?, ?> map) {
            Map<Object, Object> sorted = new LinkedHashMap<>();
            map.forEach((key, each) -> sorted.put(key, sets(each, values.get(key))));
            return sorted;
        }
        return primitive;
    }
}
