package org.versionedobjects.persistence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found of the values that were asked for. Immutable.
 *
 * @param byValue the objects, each under the value that was asked for, in the order asked
 * @param missing the values that no row has, in the order asked
 * @param <T> the values
 * @param <O> the class of the objects
 */
public record Found<T, O>(Map<T, O> byValue, List<T> missing) {
    /** Copies map and list. */
    public Found {
        byValue = Collections.unmodifiableMap(new LinkedHashMap<>(byValue));
        missing = List.copyOf(missing);
    }

    /** Returns the objects in the order asked; for what is missing there is none. */
    public List<O> objects() {
        return Collections.unmodifiableList(new ArrayList<>(byValue.values()));
    }

    /** Returns whether no value is missing. */
    public boolean isComplete() {
        return missing.isEmpty();
    }
}
