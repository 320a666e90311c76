package org.versionedobjects.benchmarks.database;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Tells stale objects by their positions, for ways whose library does not. */
final class StaleRows {
    private StaleRows() {}

    /** Returns where the stale ones are, asking in the order of the list. */
    static <C> Set<Integer> find(List<C> consumers, Predicate<C> isStale) {
        Set<Integer> stale = new LinkedHashSet<>();
        for (int position = 0; position < consumers.size(); position++) {
            if (isStale.test(consumers.get(position))) {
                stale.add(position);
            }
        }
        return stale;
    }

    /** Returns the others. */
    static <C> List<C> fresh(List<C> consumers, Set<Integer> stale) {
        List<C> fresh = new ArrayList<>(consumers.size());
        for (int position = 0; position < consumers.size(); position++) {
            if (!stale.contains(position)) {
                fresh.add(consumers.get(position));
            }
        }
        return fresh;
    }
}
