package org.versionedobjects.golden;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.IpAddress;
import org.versionedobjects.types.IpNetwork;

/** Values as the golden data writes them, {@code {"$int": "…"}} and so on, into Java and beside Java values. */
final class GoldenValues {
    private GoldenValues() {}

    /** Returns the Java value of one that holds no objects. */
    static Object plain(Object written) {
        return value(written, tagged -> {
            throw new IllegalArgumentException("No plain value: " + tagged);
        });
    }

    /** Returns the Java value; the function makes those of tags that need a case: objects, references. */
    static Object value(Object written, Function<Map<String, Object>, Object> inCase) {
        if (written instanceof List<?> list) {
            List<Object> values = new ArrayList<>();
            list.forEach(each -> values.add(value(each, inCase)));
            return values;
        }
        if (!(written instanceof Map<?, ?>)) {
            return written;
        }
        @SuppressWarnings("unchecked") // keys in JSON are texts
        Map<String, Object> map = (Map<String, Object>) written;
        String tag = map.keySet().stream()
                .filter(key -> key.startsWith("$"))
                .findFirst()
                .orElse(null);
        if (tag == null) {
            Map<String, Object> values = new LinkedHashMap<>();
            map.forEach((key, each) -> values.put(key, value(each, inCase)));
            return values;
        }
        Object content = map.get(tag);
        return switch (tag) {
            case "$int" -> new BigInteger((String) content);
            case "$float" -> floatingPoint((String) content);
            case "$datetime" -> dateTime((String) content, (String) map.get("tz"));
            case "$iso8601" -> OffsetDateTime.parse((String) content);
            case "$date" -> LocalDate.parse((String) content);
            case "$uuid" -> UUID.fromString((String) content);
            case "$ip" -> IpAddress.parse((String) content);
            case "$network" -> IpNetwork.parse((String) content);
            case "$bytes" -> HexFormat.of().parseHex((String) content);
            case "$utf16" -> String.valueOf((char) Integer.parseInt((String) content, 16));
            case "$set", "$frozenset" -> new LinkedHashSet<>((List<?>) value(content, inCase));
            case "$tuple" -> value(content, inCase);
            case "$generator", "$range" -> iterable((List<?>) value(content, inCase));
            case "$dict" -> dictionary((List<?>) content, inCase);
            case "$python_object" -> new Object();
            default -> inCase.apply(map);
        };
    }

    private static Iterable<Object> iterable(List<?> elements) {
        List<Object> copy = new ArrayList<>(elements);
        return () -> copy.stream().iterator();
    }

    private static Object floatingPoint(String text) {
        return switch (text) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            default -> Double.NEGATIVE_INFINITY;
        };
    }

    private static Object dateTime(String text, String zone) {
        LocalDateTime local = LocalDateTime.parse(text);
        if (zone == null) {
            return local;
        }
        return local.atOffset(zone.equals("UTC") ? ZoneOffset.UTC : ZoneOffset.of(zone));
    }

    private static Map<Object, Object> dictionary(List<?> pairs, Function<Map<String, Object>, Object> inCase) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (Object each : pairs) {
            List<?> pair = (List<?>) each;
            map.put(value(pair.get(0), inCase), value(pair.get(1), inCase));
        }
        return map;
    }

    /** Returns whether a Java value is what oslo had; the function gives the envelope of an object. */
    static boolean matches(Object expected, Object actual, Function<VersionedObject, Object> envelope) {
        if (actual instanceof VersionedObject object && !(expected instanceof List)) {
            return expected instanceof Map<?, ?> map
                    && sameEnvelopes(map.containsKey("$object") ? map.get("$object") : map, envelope.apply(object));
        }
        if (expected instanceof Map<?, ?> map && map.containsKey("$set")) {
            return actual instanceof Set<?> set && sameUnordered((List<?>) map.get("$set"), set, envelope);
        }
        if (expected instanceof Map<?, ?> map && map.containsKey("$tuple")) { // a list here
            return matches(map.get("$tuple"), actual, envelope);
        }
        if (expected instanceof Map<?, ?> map && map.containsKey("$datetime")) {
            return sameTime((String) map.get("$datetime"), actual);
        }
        if (expected instanceof Map<?, ?> map && (map.containsKey("$ip") || map.containsKey("$network"))) {
            return map.containsValue(String.valueOf(actual));
        }
        if (expected instanceof Map<?, ?> map && !isTagged(map)) {
            return actual instanceof Map<?, ?> found
                    && map.keySet().equals(found.keySet())
                    && map.entrySet().stream()
                            .allMatch(each -> matches(each.getValue(), found.get(each.getKey()), envelope));
        }
        if (expected instanceof List<?> list) {
            return actual instanceof Collection<?> found && sameOrdered(list, new ArrayList<>(found), envelope);
        }
        return sameScalars(plain(expected), actual);
    }

    private static boolean isTagged(Map<?, ?> map) {
        return map.keySet().stream().anyMatch(key -> key.toString().startsWith("$"));
    }

    private static boolean sameTime(String expected, Object actual) {
        boolean offset = expected.length() > 6 && "+-".indexOf(expected.charAt(expected.length() - 6)) >= 0;
        Object wanted = offset ? OffsetDateTime.parse(expected) : LocalDateTime.parse(expected);
        Object found = actual instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : actual;
        return wanted.equals(found);
    }

    private static boolean sameScalars(Object expected, Object actual) {
        if (expected instanceof Number one && actual instanceof Number other) {
            boolean floats = one instanceof Double;
            return floats == (other instanceof Double) && sameNumbers(one, other);
        }
        if (expected instanceof String text && !(actual instanceof Boolean || actual instanceof Number)) {
            return actual != null && text.equals(String.valueOf(actual));
        }
        return Objects.equals(expected, actual);
    }

    private static boolean sameNumbers(Number one, Number other) {
        return one instanceof Double
                ? one.equals(other)
                : new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
    }

    private static boolean sameOrdered(List<?> expected, List<?> actual, Function<VersionedObject, Object> envelope) {
        if (expected.size() != actual.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!matches(expected.get(i), actual.get(i), envelope)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameUnordered(
            List<?> expected, Collection<?> actual, Function<VersionedObject, Object> envelope) {
        return expected.size() == actual.size()
                && expected.stream().allMatch(one -> actual.stream().anyMatch(each -> matches(one, each, envelope)));
    }

    /**
     * Compares envelopes, or data that holds some. Fields stand in the order of the class; lists of changes have no order,
     * nor have the keys of other maps.
     */
    static boolean sameEnvelopes(Object expected, Object actual) {
        return Objects.equals(canonical(expected), canonical(actual));
    }

    private static Object canonical(Object value) {
        if (value instanceof Map<?, ?> map) {
            return isTagged(map) ? canonical(plain(map)) : canonicalMap(map);
        }
        if (value instanceof Collection<?> list) {
            return Arrays.asList(list.stream().map(GoldenValues::canonical).toArray());
        }
        if (value instanceof Integer || value instanceof Long) {
            return BigInteger.valueOf(((Number) value).longValue());
        }
        return value;
    }

    private static Object canonicalMap(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, each) -> sorted.put(key.toString(), canonicalEntry(key.toString(), each)));
        return sorted;
    }

    private static Object canonicalEntry(String key, Object value) {
        if (key.endsWith("object.changes") && value instanceof Collection<?> changes) {
            return sorted(changes);
        }
        if (key.endsWith("object.data") && value instanceof Map<?, ?> data) {
            return List.of(List.copyOf(data.keySet()), canonical(data));
        }
        return canonical(value);
    }

    /** Returns names in an order of ours, each as often as it was there. */
    static List<String> sorted(Collection<?> names) {
        return names.stream().map(String::valueOf).sorted().toList();
    }
}
