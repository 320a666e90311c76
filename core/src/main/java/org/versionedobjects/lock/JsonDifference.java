package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.json.JsonText;

/**
 * One place where two documents with envelopes in them differ. Immutable and thread-safe.
 *
 * @param path where, as fields are told elsewhere: {@code project.external_id}, {@code objects[2].changes}; the keys of
 *     envelopes without their serial namespace, what is in their data right below the object
 * @param expected what one has there, as JSON, shortened; {@code nothing} if it has nothing there
 * @param was what the other has there
 */
record JsonDifference(String path, String expected, String was) {
    /** What one has where it has nothing. */
    static final String NOTHING = "nothing";

    private static final int MOST_CHARACTERS = 200;

    /** Returns the places in the order of the documents; none if they say the same, in whatever order of keys. */
    static List<JsonDifference> between(@Nullable Object expected, @Nullable Object was) {
        List<JsonDifference> found = new ArrayList<>();
        compare("", expected, was, found);
        return found;
    }

    private static void compare(
            String path, @Nullable Object expected, @Nullable Object was, List<JsonDifference> found) {
        if (expected instanceof Map<?, ?> one && was instanceof Map<?, ?> other) {
            compareMaps(path, one, other, found);
        } else if (expected instanceof List<?> one && was instanceof List<?> other && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                compare(path + "[" + i + "]", one.get(i), other.get(i), found);
            }
        } else if (!Objects.equals(expected, was)) {
            found.add(new JsonDifference(path, show(expected), show(was)));
        }
    }

    private static void compareMaps(String path, Map<?, ?> expected, Map<?, ?> was, List<JsonDifference> found) {
        Set<Object> keys = new LinkedHashSet<>(expected.keySet());
        keys.addAll(was.keySet());
        boolean isEnvelope = isEnvelope(keys);
        for (Object key : keys) {
            String below = below(path, key.toString(), isEnvelope);
            if (!expected.containsKey(key) || !was.containsKey(key)) {
                found.add(new JsonDifference(below, in(expected, key), in(was, key)));
            } else if (isEnvelope && key.toString().endsWith(".changes")) {
                compareNames(below, names(expected.get(key)), names(was.get(key)), found);
            } else {
                compare(below, expected.get(key), was.get(key), found);
            }
        }
    }

    private static void compareNames(String path, List<String> expected, List<String> was, List<JsonDifference> found) {
        if (!expected.equals(was)) {
            found.add(new JsonDifference(path, show(expected), show(was)));
        }
    }

    /** The names of changed fields have no order. */
    private static List<String> names(@Nullable Object changes) {
        return changes instanceof List<?> list
                ? list.stream().map(String::valueOf).sorted().toList()
                : List.of();
    }

    /** Returns whether an object with these keys is an envelope. */
    static boolean isEnvelope(Set<?> keys) {
        return keys.stream().anyMatch(key -> key.toString().endsWith(".data"));
    }

    /** Returns the path of what stands under a key. */
    static String below(String path, String key, boolean isEnvelope) {
        if (isEnvelope && key.endsWith(".data")) {
            return path;
        }
        String name = isEnvelope ? key.substring(key.lastIndexOf('.') + 1) : key;
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String in(Map<?, ?> map, Object key) {
        return map.containsKey(key) ? show(map.get(key)) : NOTHING;
    }

    private static String show(@Nullable Object value) {
        String text = JsonText.of(value);
        return text.length() <= MOST_CHARACTERS
                ? text
                : text.substring(0, MOST_CHARACTERS) + "… (" + text.length() + " characters)";
    }
}
