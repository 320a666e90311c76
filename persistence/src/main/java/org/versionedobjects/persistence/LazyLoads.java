package org.versionedobjects.persistence;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.versionedobjects.Field;

/**
 * Counts how often a store's fields were loaded lazily for one object at a time, which in a loop is a statement for each
 * object, and warns of it: the tenth time, the hundredth, the thousandth and so on. Thread-safe.
 */
final class LazyLoads {
    private static final Logger LOG = LoggerFactory.getLogger(LazyLoads.class);
    private static final long FIRST_WARNING = 10;

    private final Map<Field<?>, AtomicLong> counts = new ConcurrentHashMap<>();

    /** Notes that a field was loaded for one object. */
    void loadedForOne(Field<?> field) {
        long count = counts.computeIfAbsent(field, each -> new AtomicLong()).incrementAndGet();
        if (isWorthAWarning(count)) {
            LOG.warn(
                    "Fields were loaded lazily for one object at a time: {}. Load them with the objects, by only(…) or"
                            + " with(…), or for many at once, by fetch(…); strict() tells where it happens",
                    text());
        }
    }

    private static boolean isWorthAWarning(long count) {
        long power = FIRST_WARNING;
        while (power < count) {
            power *= 10;
        }
        return power == count;
    }

    private String text() {
        return counts.entrySet().stream()
                .filter(each -> each.getValue().get() >= FIRST_WARNING)
                .map(each -> each.getKey() + " " + each.getValue() + " times")
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
