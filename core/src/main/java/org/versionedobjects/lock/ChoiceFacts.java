package org.versionedobjects.lock;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.TypeDescription;

/** What a type says of names to choose from, be it itself a choice or a collection of such. Immutable and thread-safe. */
record ChoiceFacts(TypeDescription choice) {
    private static final List<String> RULES = List.of("values", "added", "transitions", "unknownAs");

    static ChoiceFacts of(TypeDescription type) {
        TypeDescription element = type.element();
        return element == null ? new ChoiceFacts(type) : of(element);
    }

    /** Returns a type without what may change about it and leave it the same type: names to choose from, child tables. */
    static TypeDescription frame(TypeDescription type) {
        TypeDescription frame = type.without("child");
        if (type.kind().equals("oneOf")) {
            for (String rule : RULES) {
                frame = frame.without(rule);
            }
        }
        TypeDescription element = frame.element();
        return element == null ? frame : frame.withElement(frame(element));
    }

    /** Returns the values, none for types that are no choice. */
    SortedSet<String> values() {
        SortedSet<String> values = new TreeSet<>();
        if (choice.option("values") instanceof List<?> names) {
            names.forEach(name -> values.add((String) name));
        }
        return values;
    }

    /** Returns the values that another one does not have. */
    SortedSet<String> valuesNotIn(ChoiceFacts other) {
        SortedSet<String> values = values();
        values.removeAll(other.values());
        return values;
    }

    /** Returns what older peers get for a value, null if it cannot be sent to them. */
    @Nullable
    String olderPeersGet(String value) {
        return choice.option("added") instanceof Map<?, ?> added
                        && added.get(value) instanceof Map<?, ?> facts
                        && facts.get("olderPeersGet") instanceof String older
                ? older
                : null;
    }
}
