package org.versionedobjects;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What types and fields may be called: what can stand in a path, an envelope and a message without being misread. */
final class Names {
    /** The key under which a remote call's updates carry their list of changes. */
    private static final Set<String> RESERVED = Set.of("obj_what_changed");

    private Names() {}

    /** Returns a name, or the empty one for null: no legal name, so that the check finds it. */
    static String orEmpty(@Nullable String name) {
        return name == null ? "" : name;
    }

    static void checkQualified(String what, @Nullable String name, Problems problems) {
        if (name == null || name.isEmpty() || name.chars().anyMatch(c -> c != '.' && isForbidden(c))) {
            problems.add(what + " is " + Facts.show(name) + "; it takes letters, digits, _, - and dots");
        }
    }

    static void checkField(@Nullable String name, Problems problems) {
        if (name == null || name.isEmpty() || name.chars().anyMatch(Names::isForbidden)) {
            problems.add("a field is called " + Facts.show(name) + "; it takes letters, digits, _, - and :");
        } else if (RESERVED.contains(name)) {
            problems.add("the field name " + name + " is reserved for remote calls");
        }
    }

    private static boolean isForbidden(int c) {
        return !(Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == ':');
    }
}
