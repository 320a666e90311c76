package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object whose fields stand in another order in one document than in another that says the same. Immutable.
 *
 * @param path where the object is; empty for the outermost one
 * @param namespace of its type
 * @param name of its type
 * @param fields in the order of the first document
 */
record JsonOrder(String path, String namespace, String name, List<String> fields) {
    JsonOrder {
        fields = List.copyOf(fields);
    }

    /** Returns all such objects, those around before those inside; none if all have their fields in one order. */
    static List<JsonOrder> between(@Nullable Object expected, @Nullable Object was) {
        List<JsonOrder> found = new ArrayList<>();
        compare("", expected, was, found);
        return found;
    }

    private static void compare(String path, @Nullable Object expected, @Nullable Object was, List<JsonOrder> found) {
        if (expected instanceof Map<?, ?> one && was instanceof Map<?, ?> other) {
            boolean isEnvelope = JsonDifference.isEnvelope(one.keySet());
            if (isEnvelope && !fields(one).equals(fields(other))) {
                found.add(new JsonOrder(path, text(one, ".namespace"), text(one, ".name"), fields(one)));
            }
            one.forEach((key, value) ->
                    compare(JsonDifference.below(path, key.toString(), isEnvelope), value, other.get(key), found));
        } else if (expected instanceof List<?> one && was instanceof List<?> other) {
            for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
                compare(path + "[" + i + "]", one.get(i), other.get(i), found);
            }
        }
    }

    private static List<String> fields(Map<?, ?> envelope) {
        return under(envelope, ".data") instanceof Map<?, ?> data
                ? data.keySet().stream().map(Object::toString).toList()
                : List.of();
    }

    private static String text(Map<?, ?> envelope, String end) {
        return String.valueOf(under(envelope, end));
    }

    private static @Nullable Object under(Map<?, ?> envelope, String end) {
        return envelope.entrySet().stream()
                .filter(each -> each.getKey().toString().endsWith(end))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(null);
    }
}
