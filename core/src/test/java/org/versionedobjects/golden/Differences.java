package org.versionedobjects.golden;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of an envelope is not as oslo wrote it, path by path. With what oslo wrote, it says all of what came here. */
final class Differences {
    private final List<String> found = new ArrayList<>();

    private Differences() {}

    /** Returns {@code version=1.1, data.email absent}; what is here, not what oslo has. */
    static String between(Object expected, Object actual) {
        Differences differences = new Differences();
        differences.compare("", expected, actual);
        return String.join(", ", differences.found);
    }

    private void compare(String path, Object expected, Object actual) {
        if (GoldenValues.sameEnvelopes(expected, actual)) {
            return;
        }
        if (expected instanceof Map<?, ?> one && actual instanceof Map<?, ?> other) {
            compareMaps(path, one, other);
        } else if (expected instanceof List<?> one && actual instanceof List<?> other) {
            compareLists(path, one, other);
        } else {
            found.add(path + "=" + actual);
        }
    }

    private void compareMaps(String path, Map<?, ?> expected, Map<?, ?> actual) {
        int before = found.size();
        Set<Object> keys = new LinkedHashSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        for (Object key : keys) {
            String name = key.toString().substring(key.toString().lastIndexOf('.') + 1);
            compareEntries(path.isEmpty() ? name : path + "." + name, key, expected, actual);
        }
        if (found.size() == before) {
            found.add(path + " in order " + actual.keySet());
        }
    }

    private void compareEntries(String path, Object key, Map<?, ?> expected, Map<?, ?> actual) {
        if (!actual.containsKey(key)) {
            found.add(path + " absent");
        } else if (!expected.containsKey(key)) {
            found.add(path + "=" + actual.get(key));
        } else if (path.endsWith("changes")) {
            compareNames(path, (List<?>) expected.get(key), (List<?>) actual.get(key));
        } else {
            compare(path, expected.get(key), actual.get(key));
        }
    }

    private void compareNames(String path, List<?> expected, List<?> actual) {
        List<String> names = GoldenValues.sorted(actual);
        if (!names.equals(GoldenValues.sorted(expected))) {
            found.add(path + "=" + names);
        }
    }

    private void compareLists(String path, List<?> expected, List<?> actual) {
        if (expected.size() != actual.size()) {
            found.add(path + "=" + actual);
            return;
        }
        for (int i = 0; i < expected.size(); i++) {
            compare(path + "[" + i + "]", expected.get(i), actual.get(i));
        }
    }
}
