package org.versionedobjects.lock;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.Version;

/** Tells apart what peers see of a field type, what it says of older peers, and what stays at home. */
final class WireType {
    static final String CHOICE = "oneOf";
    static final String VALUES = "values";
    static final String ADDED = "added";
    static final String CHILD = "child";
    static final String OLDER_PEERS_GET = "olderPeersGet";

    private static final List<String> OF_CHOICES = List.of("transitions", "unknownAs");

    private WireType() {}

    /** Returns what peers see: which values are legal and how they are written. */
    static TypeDescription of(TypeDescription given) {
        return everywhere(given, type -> {
            TypeDescription bare = type.without("as");
            return switch (type.kind()) {
                case CHOICE -> without(bare.without(ADDED), OF_CHOICES);
                case "string" -> bare.without("secret");
                case "object" -> bare.without(CHILD);
                default -> bare;
            };
        });
    }

    private static TypeDescription without(TypeDescription type, List<String> options) {
        TypeDescription bare = type;
        for (String each : options) {
            bare = bare.without(each);
        }
        return bare;
    }

    private static TypeDescription everywhere(TypeDescription given, UnaryOperator<TypeDescription> change) {
        TypeDescription element = given.element();
        return change.apply(element == null ? given : given.withElement(everywhere(element, change)));
    }

    /** Returns what a type says of older peers in a version, by path: values that came later, and child versions. */
    static SortedMap<String, @Nullable Object> answers(TypeDescription given, Version version) {
        SortedMap<String, @Nullable Object> answers = new TreeMap<>();
        String path = "";
        for (TypeDescription type = given; type != null; type = type.element()) {
            String here = path;
            if (type.option(ADDED) instanceof Map<?, ?> added) {
                added.forEach((value, facts) -> {
                    if (facts instanceof Map<?, ?> map && map.get(OLDER_PEERS_GET) != null) {
                        answers.put(here + "." + ADDED + "." + value, map.get(OLDER_PEERS_GET));
                    }
                });
            }
            Version child = child(type, version);
            if (child != null) {
                answers.put(here + "." + CHILD, child.toString());
            }
            path += "[]";
        }
        return answers;
    }

    /** Returns which version of a child a version goes with by the table, null if that says nothing. */
    static @Nullable Version child(TypeDescription object, Version version) {
        return ChildRows.of(object.option(CHILD)).with(version);
    }

    /** Returns what peers cannot see, by path. */
    static SortedMap<String, Object> local(TypeDescription given) {
        SortedMap<String, Object> local = new TreeMap<>();
        String path = "";
        for (TypeDescription type = given; type != null; type = type.element()) {
            List<String> options =
                    type.kind().equals(CHOICE) ? List.of("as", "transitions", "unknownAs") : List.of("as");
            for (String each : options) {
                Object value = type.option(each);
                if (value != null) {
                    local.put(path + "." + each, value);
                }
            }
            if (type.kind().equals("string") && type.option("secret") != null) {
                local.put(path + ".secret", true);
            }
            path += "[]";
        }
        return local;
    }

    /** Returns the texts of an option that is a list of such; none if it is not given. */
    static List<String> texts(@Nullable Object option) {
        return option instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
