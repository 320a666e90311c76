package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.Version;
import org.versionedobjects.VersionedObjectException;

/**
 * A map of a document, from which entries are taken one by one, so that what is left is what nobody knows. What is not as
 * expected is an {@link InvalidValueException} with the path. Confined to one thread.
 */
final class PlainMap {
    private final Map<String, @Nullable Object> left;

    private PlainMap(Map<?, ?> map) {
        this.left = new LinkedHashMap<>();
        map.forEach((name, value) -> left.put((String) name, value));
    }

    static PlainMap of(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new PlainMap(map);
        }
        throw InvalidValueException.expected("a map", value);
    }

    Set<String> names() {
        return Collections.unmodifiableSet(left.keySet());
    }

    /** Takes an entry that has to be there. */
    <T extends @Nullable Object> T take(String name, Function<@Nullable Object, T> reading) {
        if (!left.containsKey(name)) {
            throw new InvalidValueException(Facts.problem("there is no " + name), null);
        }
        Object value = left.remove(name);
        try {
            return reading.apply(value);
        } catch (VersionedObjectException e) {
            throw e.within(name);
        }
    }

    /** Takes an entry, or what stands for it where it is not there. */
    <T extends @Nullable Object> T take(String name, Function<@Nullable Object, T> reading, T absent) {
        return left.containsKey(name) ? take(name, reading) : absent;
    }

    /** Takes an entry, null if it is not there. */
    <T> @Nullable T find(String name, Function<@Nullable Object, T> reading) {
        return left.containsKey(name) ? take(name, reading) : null;
    }

    /** Takes all that is left, by name. */
    <T extends @Nullable Object> SortedMap<String, T> takeAll(BiFunction<String, @Nullable Object, T> reading) {
        SortedMap<String, T> read = new TreeMap<>();
        for (String name : List.copyOf(left.keySet())) {
            read.put(name, take(name, value -> reading.apply(name, value)));
        }
        return read;
    }

    /** Refuses what is left. */
    void end() {
        if (!left.isEmpty()) {
            throw new InvalidValueException(
                    Facts.problem(
                            "nothing is known of " + left.keySet().iterator().next()),
                    null);
        }
    }

    static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw InvalidValueException.expected("a text", value);
    }

    static boolean bool(@Nullable Object value) {
        if (value instanceof Boolean bool) {
            return bool;
        }
        throw InvalidValueException.expected("true or false", value);
    }

    static Version version(@Nullable Object value) {
        return Version.parse(text(value));
    }

    static <T> List<T> list(@Nullable Object value, Function<@Nullable Object, T> reading) {
        if (!(value instanceof List<?> list)) {
            throw InvalidValueException.expected("a list", value);
        }
        List<T> read = new ArrayList<>();
        for (Object each : list) {
            try {
                read.add(reading.apply(each));
            } catch (VersionedObjectException e) {
                throw e.within("[" + read.size() + "]");
            }
        }
        return read;
    }

    static <T extends @Nullable Object> SortedMap<String, T> map(
            @Nullable Object value, Function<@Nullable Object, T> reading) {
        return of(value).takeAll((name, each) -> reading.apply(each));
    }
}
