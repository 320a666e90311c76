package org.versionedobjects.golden;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Python's changes of collections in place, made on a copy that is set afterwards, when the field coerces its elements. */
final class Mutations {
    private Mutations() {}

    /** Returns a changed copy of a collection, with new elements as they were given. */
    static Object of(Object collection, Map<String, Object> step, UnaryOperator<Object> value) {
        List<Object> path = new ArrayList<>((List<?>) step.getOrDefault("path", List.of()));
        List<Object> arguments = new ArrayList<>();
        ((List<?>) step.get("args")).forEach(each -> arguments.add(value.apply(each)));
        return at(collection, path, (String) step.get("method"), arguments);
    }

    private static Object at(Object collection, List<Object> path, String method, List<Object> arguments) {
        if (path.isEmpty()) {
            return changed(collection, method, arguments);
        }
        Map<Object, Object> map = new LinkedHashMap<>((Map<?, ?>) collection);
        Object key = path.remove(0);
        map.put(key, at(map.get(key), path, method, arguments));
        return map;
    }

    private static Object changed(Object collection, String method, List<Object> arguments) {
        if (collection instanceof Map<?, ?> before) {
            Map<Object, Object> map = new LinkedHashMap<>(before);
            map.put(arguments.get(0), arguments.get(1));
            return map;
        }
        Collection<Object> copy = collection instanceof Set<?> ? new LinkedHashSet<>() : new ArrayList<>();
        copy.addAll((Collection<?>) collection);
        Object argument = arguments.get(0);
        switch (method) {
            case "append", "add" -> copy.add(argument);
            case "extend", "update", "__ior__" -> copy.addAll((Collection<?>) argument);
            case "discard" -> copy.removeIf(each -> sameText(each, argument));
            case "__ixor__", "symmetric_difference_update" -> toggle(copy, (Collection<?>) argument);
            default -> throw new Steps.Later("the method " + method);
        }
        return copy;
    }

    private static void toggle(Collection<Object> copy, Collection<?> others) {
        for (Object other : others) {
            if (!copy.removeIf(each -> sameText(each, other))) {
                copy.add(other);
            }
        }
    }

    private static boolean sameText(Object one, Object other) {
        return String.valueOf(one).equals(String.valueOf(other));
    }
}
