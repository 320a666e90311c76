package org.versionedobjects.golden;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Tells all places where one envelope is not as another: {@code project.changes without domain, name}. */
final class EnvelopeDifference {
    private final List<String> found = new ArrayList<>();

    private EnvelopeDifference() {}

    /** Returns the places, by semicolons; empty if there are none. */
    static String between(Object expected, Object actual) {
        EnvelopeDifference difference = new EnvelopeDifference();
        difference.compare("", expected, actual);
        return String.join("; ", difference.found);
    }

    private void compare(String path, Object expected, Object actual) {
        if (GoldenValues.sameEnvelopes(expected, actual)) {
            return;
        }
        if (path.endsWith(".changes") || path.equals("changes")) {
            compareNames(path, expected, actual);
        } else if (expected instanceof Map<?, ?> one && actual instanceof Map<?, ?> other) {
            compareMaps(path, one, other);
        } else if (expected instanceof List<?> one && actual instanceof List<?> other && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                compare(path + "[" + i + "]", one.get(i), other.get(i));
            }
        } else {
            found.add(path + " " + shown(actual) + " instead of " + shown(expected));
        }
    }

    private void compareMaps(String path, Map<?, ?> expected, Map<?, ?> actual) {
        Set<Object> keys = new LinkedHashSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        for (Object key : keys) {
            compare(below(path, key.toString()), expected.get(key), actual.get(key));
        }
    }

    /** The data of an envelope stand right below it, so that paths read as those of fields. */
    private static String below(String path, String key) {
        if (key.endsWith(".data")) {
            return path;
        }
        String name = key.substring(key.lastIndexOf('.') + 1);
        return path.isEmpty() ? name : path + "." + name;
    }

    private void compareNames(String path, Object expected, Object actual) {
        Set<Object> gone = names(expected);
        gone.removeAll(names(actual));
        Set<Object> more = names(actual);
        more.removeAll(names(expected));
        tell(path + " without ", gone);
        tell(path + " with ", more);
    }

    private void tell(String what, Set<Object> names) {
        if (!names.isEmpty()) {
            found.add(
                    what + String.join(", ", names.stream().map(String::valueOf).toList()));
        }
    }

    private static Set<Object> names(Object changes) {
        return changes instanceof Collection<?> list ? new TreeSet<>(list) : new TreeSet<>();
    }

    private static String shown(Object value) {
        return value instanceof Map<?, ?> || value instanceof Collection<?>
                ? "a value"
                : Objects.toString(value, "nothing");
    }
}
