package org.versionedobjects.lock;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How objects go between a version and the one before, as far as it is data: the code of functions is not told, only that
 * there is some. Fields by the names that the newer of the two versions gives them, removed ones by the names of the older.
 *
 * <p>Immutable and thread-safe.
 *
 * @param renamed the name before that of each field that has another
 * @param removed the fields that are gone, each with what older peers get: {@code {"fill": …}}, or empty if nothing
 * @param retyped the fields with another type, each with what stands for null where one of the two types does not know it:
 *     {@code {"nullDown": …, "nullUp": …}}, or empty
 * @param hasOwnCode whether a step of the whole type is declared
 */
public record LockedStep(
        SortedMap<String, String> renamed,
        SortedMap<String, SortedMap<String, @Nullable Object>> removed,
        SortedMap<String, SortedMap<String, @Nullable Object>> retyped,
        boolean hasOwnCode) {
    /** Nothing but fields that came, if anything. */
    public static final LockedStep NONE = new LockedStep(
            Collections.emptySortedMap(), Collections.emptySortedMap(), Collections.emptySortedMap(), false);

    /** Copies the maps. */
    public LockedStep {
        renamed = Collections.unmodifiableSortedMap(new TreeMap<>(renamed));
        removed = copied(removed);
        retyped = copied(retyped);
    }

    private static SortedMap<String, SortedMap<String, @Nullable Object>> copied(
            SortedMap<String, SortedMap<String, @Nullable Object>> given) {
        SortedMap<String, SortedMap<String, @Nullable Object>> copy = new TreeMap<>();
        given.forEach((name, facts) -> {
            SortedMap<String, @Nullable Object> plain = new TreeMap<>();
            facts.forEach((fact, value) -> plain.put(fact, Primitives.canonical(value)));
            copy.put(Objects.requireNonNull(name, "name"), Collections.unmodifiableSortedMap(plain));
        });
        return Collections.unmodifiableSortedMap(copy);
    }

    /** Returns whether nothing is told here. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Returns the names of the fields that are told of, in any of the maps. */
    SortedSet<String> fields() {
        SortedSet<String> names = new TreeSet<>(renamed.keySet());
        names.addAll(removed.keySet());
        names.addAll(retyped.keySet());
        return names;
    }
}
