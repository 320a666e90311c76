package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.json.JsonText;
import org.versionedobjects.json.Limits;

/** Brings plain values into the one form that they have when they are read from a file, and makes them unmodifiable. */
final class Primitives {
    private Primitives() {}

    static @Nullable Object canonical(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            SortedMap<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((name, each) -> sorted.put((String) name, canonical(each)));
            return Collections.unmodifiableSortedMap(sorted);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(each -> copy.add(canonical(each)));
            return Collections.unmodifiableList(copy);
        }
        return value instanceof Number && !(value instanceof Long)
                ? JsonText.read(JsonText.of(value), Limits.DEFAULT)
                : value;
    }
}
