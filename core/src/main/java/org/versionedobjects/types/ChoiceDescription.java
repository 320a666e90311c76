package org.versionedobjects.types;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.Version;

/**
 * The description that enums and names to choose from have in common, since on the wire they are the same.
 *
 * @param transitions from which state one may go to which
 * @param additions which value came in which version
 * @param unknown as what unknown names are read, null if they are refused
 * @param asOf the version that sees the values, null for the newest
 */
record ChoiceDescription<V>(
        Transitions<V> transitions,
        Additions<V> additions,
        @Nullable V unknown,
        @Nullable Version asOf) {
    static final String KIND = "oneOf";
    static final String VALUES = "values";
    static final String OPEN = "open";
    static final String TRANSITIONS = "transitions";
    static final String ADDED = "added";
    static final String UNKNOWN_AS = "unknownAs";

    /** Returns the description of a choice of the values that a version has. */
    TypeDescription of(Collection<V> values, boolean isOpen, Function<V, String> name) {
        TypeDescription choice = TypeDescription.of(KIND)
                .with(
                        VALUES,
                        values.stream()
                                .filter(each -> asOf == null || additions.isIn(asOf, each))
                                .map(name)
                                .distinct()
                                .sorted()
                                .toList());
        if (isOpen) {
            choice = choice.with(OPEN, true);
        }
        choice = withMap(choice, TRANSITIONS, transitions.description(name));
        choice = withMap(choice, ADDED, additions.description(asOf, name));
        return unknown == null ? choice : choice.with(UNKNOWN_AS, name.apply(unknown));
    }

    private static TypeDescription withMap(TypeDescription choice, String option, Map<String, ?> entries) {
        return entries.isEmpty() ? choice : choice.with(option, entries);
    }
}
