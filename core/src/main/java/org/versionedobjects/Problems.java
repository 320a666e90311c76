package org.versionedobjects;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What is wrong with a definition. Thread-safe, since a late field may be added while others use the type. */
final class Problems {
    private volatile String[] found = {};

    synchronized void add(String problem) {
        String[] more = Arrays.copyOf(found, found.length + 1);
        more[found.length] = problem;
        found = more;
    }

    List<String> list() {
        return Collections.unmodifiableList(Arrays.asList(found));
    }

    void check(ObjectType<?> type) {
        if (found.length > 0) {
            throw new InvalidDefinitionException("The definition of " + type, list());
        }
    }
}
