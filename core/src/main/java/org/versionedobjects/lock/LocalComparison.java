package org.versionedobjects.lock;

import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares what peers cannot see, of a type whose newest released version is the one that the code says. */
final class LocalComparison {
    private final TypeSides sides;

    LocalComparison(TypeSides sides) {
        this.sides = sides;
    }

    void compare(@Nullable LockedField was, @Nullable LockedField is) {
        if (was != null && is != null) {
            compare(is.name(), facts(was), facts(is));
        }
    }

    void compare(LockedVersion was, LockedVersion is) {
        compare("", facts(was), facts(is));
    }

    private static SortedMap<String, Object> facts(LockedVersion version) {
        SortedMap<String, Object> facts = new TreeMap<>();
        if (version.isEphemeral()) {
            facts.put("ephemeral", true);
        }
        String parent = Declarations.parentName(version);
        if (parent != null) {
            facts.put("parent", parent);
        }
        return facts;
    }

    private static SortedMap<String, Object> facts(LockedField field) {
        SortedMap<String, Object> facts = WireType.local(field.type());
        if (field.isReadOnly()) {
            facts.put(".readOnly", true);
        }
        if (field.isSecret()) {
            facts.put(".secret", true);
        }
        if (field.from() != null) {
            facts.put(".from", field.from());
        }
        if (field.defaultValue() != null) {
            facts.put(
                    ".default",
                    JavaText.literal(field.type(), field.defaultValue().primitive()));
        }
        return facts;
    }

    private void compare(String name, Map<String, Object> was, Map<String, Object> is) {
        SortedSet<String> keys = new TreeSet<>(was.keySet());
        keys.addAll(is.keySet());
        keys.removeIf(each -> Objects.equals(was.get(each), is.get(each)));
        for (String key : keys) {
            sides.add(
                    sides.released(),
                    name + key,
                    LockDifference.Needed.Z,
                    sides.released() + " was released with " + told(was.get(key)) + " here, and the code says "
                            + told(is.get(key)),
                    "put version(\"" + version() + "\")");
        }
    }

    private String version() {
        boolean isMore = sides.found().stream().anyMatch(each -> each.needed() == LockDifference.Needed.Y);
        return (isMore ? sides.next().next() : sides.next().patch()).toString();
    }

    private static String told(@Nullable Object fact) {
        return fact == null ? "nothing" : String.valueOf(fact);
    }
}
