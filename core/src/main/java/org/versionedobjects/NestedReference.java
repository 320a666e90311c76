package org.versionedobjects;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a field of versioned objects was declared to hold: a Java class, a name, or the list object of a class; with or
 * without subtypes; and the {@code child} table that says which version of it belongs to which version of its parent.
 *
 * <p>It names the other type without touching it, so that two types may refer to each other whichever class is
 * initialised first. Immutable and thread-safe.
 *
 * @param javaClass the class of the object, or of the elements if {@code isList}; null if it goes by name
 * @param namespace the namespace, null if it goes by class
 * @param name the name, null if it goes by class
 * @param isList whether the list object of {@code javaClass} is meant
 * @param withSubtypes whether subtypes are accepted
 * @param children version of the parent, from which on, to version of the child; as given, sorted by text
 */
public record NestedReference(
        @Nullable Class<?> javaClass,
        @Nullable String namespace,
        @Nullable String name,
        boolean isList,
        boolean withSubtypes,
        Map<String, String> children) {

    /** Checks that there is a class or a name, and copies the table. */
    public NestedReference {
        if (javaClass == null) {
            Objects.requireNonNull(namespace, "namespace, where there is no class");
            Objects.requireNonNull(name, "name, where there is no class");
        }
        children = Collections.unmodifiableMap(new TreeMap<>(children));
    }

    static NestedReference toClass(Class<?> javaClass) {
        return new NestedReference(javaClass, null, null, false, false, Map.of());
    }

    static NestedReference toListOf(Class<?> element) {
        return new NestedReference(element, null, null, true, false, Map.of());
    }

    static NestedReference toName(String namespace, String name) {
        return new NestedReference(null, namespace, name, false, false, Map.of());
    }

    NestedReference orSubtypes() {
        return new NestedReference(javaClass, namespace, name, isList, true, children);
    }

    NestedReference child(String parentVersion, String childVersion) {
        Map<String, String> more = new TreeMap<>(children);
        more.put(parentVersion, Objects.requireNonNull(childVersion, "childVersion"));
        return new NestedReference(javaClass, namespace, name, isList, withSubtypes, more);
    }

    /** Returns whether an object of the type may stand here. */
    public boolean accepts(ObjectType<?> type) {
        Objects.requireNonNull(type, "type");
        for (ObjectType<?> candidate = type; candidate != null; candidate = candidate.parent()) {
            if (isExactly(candidate)) {
                return true;
            }
            if (!withSubtypes) {
                return false;
            }
        }
        return false;
    }

    /** Returns whether this is the very type that was declared, not a subtype. */
    public boolean isExactly(ObjectType<?> type) {
        if (isList) {
            NestedReference element = type.element();
            return element != null && javaClass != null && javaClass == element.javaClass();
        }
        if (javaClass != null) {
            return type.javaClass() == javaClass;
        }
        return type.namespace().equals(namespace) && type.name().equals(name);
    }

    /** Returns how the declaration reads: {@code Project}, {@code list of Consumer}, {@code demo.Sparkle}. */
    public String describe() {
        String what = javaClass == null ? namespace + "." + name : javaClass.getSimpleName();
        return (isList ? "list of " : "") + what + (withSubtypes ? " or a subtype" : "");
    }
}
